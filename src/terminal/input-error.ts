/** What was typed cannot be used, in words for the person who typed it. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
