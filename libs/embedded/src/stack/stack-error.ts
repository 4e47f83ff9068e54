/** Why a stack does not start, in words for the person at the terminal: no stack trace is wanted. */
export class StackError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StackError';
  }
}
