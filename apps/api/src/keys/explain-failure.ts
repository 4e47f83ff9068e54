import { AppError } from '@eyeline/contracts';
import { MigrationError } from '@eyeline/database';

/** What went wrong with the database, in words for whoever runs a command; the trace of what should never happen. */
export function explainFailure(error: unknown): string {
  if (error instanceof AppError && error.code === 'database_unavailable') {
    return `The database does not answer${reasonOf(error.cause)}.\nIs DATABASE_URL right, and does the server run?`;
  }
  if (error instanceof MigrationError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function reasonOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return '';
  const { message, errors } = cause as { message?: string; errors?: readonly unknown[] };
  // Of several addresses of a host each has an error of its own, and the whole no text.
  return message ? `: ${message}` : reasonOf(errors?.[0]);
}
