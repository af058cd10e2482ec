export type Knowledge = { readonly facts: readonly unknown[] };
