import { z } from 'zod';

type Status = 400 | 401 | 403 | 404;

/** A request that Discord would refuse: HTTP status, Discord's error code and message, and the fields at fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: Status;
  readonly code: number;
  readonly errors: FormErrors | undefined;

  constructor({
    status,
    code,
    message,
    errors,
  }: {
    status: Status;
    code: number;
    message: string;
    errors?: FormErrors;
  }) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

const refusal = (status: Status, code: number, message: string) => () =>
  new Refusal({ status, code, message });

export const refusals = {
  notFound: refusal(404, 0, '404: Not Found'),
  unauthorized: refusal(401, 0, '401: Unauthorized'),
  missingAccess: refusal(403, 50001, 'Missing Access'),
  unknownMessage: refusal(404, 10008, 'Unknown Message'),
  unknownWebhook: refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: refusal(404, 10062, 'Unknown interaction'),
  requestTooLarge: refusal(400, 40005, 'Request entity too large'),
  alreadyAcknowledged: refusal(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: refusal(400, 40094, 'Maximum number of follow up messages reached'),
  emptyMessage: refusal(400, 50006, 'Cannot send an empty message'),
  invalidJson: refusal(400, 50109, 'The request body contains invalid JSON.'),
};

/**
 * Parses a request body, first by Discord's own description where `spec` gives it, then by `schema`, which holds the
 * limits that the description lacks. Throws a Refusal with code 50035 that names each wrong field by its path.
 */
export function parseBody<Schema extends z.ZodType>(
  body: unknown,
  schema: Schema,
  spec: z.core.$ZodType = z.unknown(),
): z.output<Schema> {
  const official = z.safeParse(spec, body);
  if (!official.success) throw invalidForm(official.error.issues);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidForm(parsed.error.issues);
  return parsed.data;
}

type FieldError = { readonly code: string; readonly message: string };
type FormErrors = { [field: string]: FormErrors } | { readonly _errors: readonly FieldError[] };
type Issue = z.core.$ZodIssue;

function invalidForm(issues: readonly Issue[]): Refusal {
  const errors = nestErrors(issues.flatMap(unfoldUnion));
  return new Refusal({ status: 400, code: 50035, message: 'Invalid Form Body', errors });
}

// Of a union, Discord speaks of the branch whose `type` the sender named, or that went furthest.
function unfoldUnion(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [meant] = issue.errors
    .filter((branch) => branch.every(({ path }) => path[0] !== 'type'))
    .toSorted((left, right) => depthOf(right) - depthOf(left));
  if (!meant) return [issue];
  return meant.flatMap((inner) => unfoldUnion({ ...inner, path: [...issue.path, ...inner.path] }));
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}

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
      return issue.origin === 'number'
        ? { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` }
        : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return issue.origin === 'number'
        ? { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` }
        : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_format':
      return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.join(', ')}}.` };
    case 'custom':
      return { code: 'INVALID_FORM_BODY', message: issue.message };
    default:
      return { code: 'BASE_TYPE_BAD_TYPE', message: issue.message };
  }
}
