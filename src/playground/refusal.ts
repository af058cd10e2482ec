import type { z } from 'zod';

/** A request that Discord would refuse: HTTP status, Discord's error code and message, and the fields at fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: 400 | 401 | 403 | 404;
  readonly code: number;
  readonly errors: FormErrors | undefined;

  constructor(status: 400 | 401 | 403 | 404, code: number, message: string, errors?: FormErrors) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export const refusals = {
  notFound: () => new Refusal(404, 0, '404: Not Found'),
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  missingAccess: () => new Refusal(403, 50001, 'Missing Access'),
  unknownMessage: () => new Refusal(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new Refusal(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  emptyMessage: () => new Refusal(400, 50006, 'Cannot send an empty message'),
  invalidJson: () => new Refusal(400, 50109, 'The request body contains invalid JSON.'),
};

/** Parses a request body; throws a Refusal with code 50035 that names each wrong field by its path, as Discord does. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 50035, 'Invalid Form Body', nestErrors(parsed.error.issues));
}

type FieldError = { readonly code: string; readonly message: string };
type FormErrors = { [field: string]: FormErrors } | { readonly _errors: readonly FieldError[] };
type Issue = z.core.$ZodIssue;

function nestErrors(issues: readonly Issue[], depth = 0): FormErrors {
  const here = issues.filter(({ path }) => path.length === depth);
  if (here.length > 0) return { _errors: here.map(describeIssue) };
  const fields = new Set(issues.map(({ path }) => String(path[depth])));
  return Object.fromEntries(
    [...fields].map((field) => [
      field,
      nestErrors(
        issues.filter(({ path }) => String(path[depth]) === field),
        depth + 1,
      ),
    ]),
  );
}

function describeIssue(issue: Issue): FieldError {
  switch (issue.code) {
    case 'too_big':
      return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_format':
      return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    case 'custom':
      return { code: 'APPLICATION_COMMAND_INVALID', message: issue.message };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}
