/** Why the program cannot start, in words for the person who starts it: shown without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
