import { type IncomingMessage } from 'node:http';

/** Whether the request's head announces a body. */
export function expectsBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && Number(length) > 0);
}

/** The announced length of the body in bytes; null when it is sent in chunks of unknown number. */
export function announcedBytes(request: IncomingMessage): number | null {
  const length = request.headers['content-length'];
  return length === undefined ? null : Number(length);
}

/** The media type of the body without its parameters, in lower case; null when none is declared. */
export function mediaTypeOf(request: IncomingMessage): string | null {
  const declared = request.headers['content-type']?.split(';', 1)[0].trim().toLowerCase();
  return declared === undefined || declared === '' ? null : declared;
}
