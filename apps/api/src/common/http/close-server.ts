import { type Server } from 'node:http';
import { type NestExpressApplication } from '@nestjs/platform-express';

/**
 * Stops accepting at once, lets running requests finish, cuts those that are left after `graceMs`.
 * What Nest's modules do at shutdown happens on the way.
 */
export async function closeServer(app: NestExpressApplication, graceMs: number): Promise<void> {
  const server: Server = app.getHttpServer();
  if (server.listening) server.close();
  // Connections that fall idle after the close would otherwise be kept for the client's next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
