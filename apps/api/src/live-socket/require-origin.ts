import { type IncomingMessage } from 'node:http';

import { AppError } from '@eyeline/contracts';

/**
 * Browsers let every page open a WebSocket to anywhere and read it; what CORS does for answers has to be done here. Only
 * browsers send `Origin`: whoever sends none is no page.
 *
 * @param allowed as in CORS_ORIGINS
 * @throws AppError forbidden
 */
export function requireOrigin(
  { headers: { origin, host } }: Pick<IncomingMessage, 'headers'>,
  allowed: readonly string[],
): void {
  if (origin === undefined || allowed.includes('*') || allowed.includes(origin)) return;
  // A proxy may have taken the TLS off: of the page's own address only host and port count.
  if (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()) return;
  throw new AppError('forbidden', { detail: 'Pages of this site may not connect: see CORS_ORIGINS.' });
}
