import { type WebSocket } from 'ws';

/** Why the service closes a connection (RFC 6455, 7.4.1; docs/live.md lists them with those that `ws` itself uses). */
export const CLOSE = {
  silent: [1000, 'nothing was sent for too long'],
  stopping: [1001, 'the service stops: connect again'],
  keyGone: [1008, 'the API key was revoked'],
  badMessages: [1008, 'too many bad messages in a row'],
  tooLarge: [1009, 'the message is too large'],
} satisfies Record<string, [code: number, reason: string]>;

export type CloseReason = keyof typeof CLOSE;

/** Says goodbye; whoever does not answer it in time is cut. */
export function closeSocket(socket: WebSocket, reason: CloseReason, limitMs: number): void {
  const limit = setTimeout(() => socket.terminate(), limitMs);
  socket.once('close', () => clearTimeout(limit));
  const [code, text]: [number, string] = CLOSE[reason];
  socket.close(code, text);
}
