export type Finding = { readonly id: string };

export type Answer =
  | { readonly status: 'answered'; readonly findings: readonly Finding[] }
  | { readonly status: 'choose'; readonly findings: readonly Finding[] }
  | { readonly status: 'unknown'; readonly missing: readonly string[]; readonly nearest: readonly Finding[] };
