import { type IncomingMessage } from 'node:http';
import { AppError } from '@eyeline/contracts';
import busboy, { type Busboy, type BusboyConfig } from 'busboy';

/**
 * A parser for the form that a request carries. It fails when the form has more parts than the limits say.
 *
 * @throws AppError invalid_request when it cannot be a form
 */
export function openForm(request: IncomingMessage, limits: BusboyConfig['limits']): Busboy {
  const form = startForm(request, limits);
  for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) {
    form.on(limit, () =>
      form.destroy(new AppError('invalid_request', { detail: 'The form has too many parts.' })),
    );
  }
  return form;
}

/** What the parser failed with, as an answer. */
export function asFormError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : 'unreadable';
  return new AppError('invalid_request', { detail: `The form is malformed: ${reason}.`, cause: error });
}

function startForm(request: IncomingMessage, limits: BusboyConfig['limits']): Busboy {
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch (error) {
    throw asFormError(error);
  }
}
