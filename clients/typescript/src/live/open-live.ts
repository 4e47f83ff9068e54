import { type Connection } from '../calls/connection.js';
import { errorOf, EyelineError } from '../eyeline-error.js';
import { type LiveListeners, LiveStream } from './live-stream.js';
import { findWebSocket, type WebSocketConstructor, type WebSocketLike } from './web-socket.js';

export interface LiveOptions extends LiveListeners {
  /** Smooths over the frames of this session: a name of your choice. */
  readonly sessionId?: string;
  /** Whether records hold the 68 points of each face. */
  readonly landmarks?: boolean;
  /** Instead of the global one: Node has one from version 22 on. */
  readonly webSocket?: WebSocketConstructor;
  /** Closes the connection. */
  readonly signal?: AbortSignal;
}

/** What both sides speak; the key goes beside it, since browsers set no headers here. */
const PROTOCOL = 'eyeline.v1';

/**
 * Opens a live connection.
 *
 * @throws EyelineError when it is refused or the service cannot be reached; the reason of the signal
 */
export async function openLive(connection: Connection, options: LiveOptions): Promise<LiveStream> {
  const { sessionId, landmarks, signal, webSocket = findWebSocket() } = options;
  signal?.throwIfAborted();
  const query = new URLSearchParams();
  if (sessionId !== undefined) query.set('session_id', sessionId);
  if (landmarks !== undefined) query.set('landmarks', String(landmarks));
  const address = `${connection.baseUrl}/v1/live${query.size === 0 ? '' : `?${query.toString()}`}`;
  const { apiKey } = connection;
  const protocols = apiKey === null ? [PROTOCOL] : [PROTOCOL, `eyeline.key.${apiKey}`];
  const socket = new webSocket(address.replace(/^http/, 'ws'), protocols);
  const stream = new LiveStream(socket, options);
  const abort = (): void => socket.close();
  signal?.addEventListener('abort', abort);
  void stream.closed.then(() => signal?.removeEventListener('abort', abort));
  if (await opens(socket)) return stream;
  signal?.throwIfAborted();
  throw await reasonOf(connection, address);
}

const opens = (socket: WebSocketLike): Promise<boolean> =>
  new Promise((resolve) => {
    socket.addEventListener('open', () => resolve(true));
    socket.addEventListener('error', () => resolve(false));
    socket.addEventListener('close', () => resolve(false));
  });

/** A WebSocket does not say why it was refused; a request to the same address is refused likewise. */
async function reasonOf({ fetch, headers }: Connection, address: string): Promise<EyelineError> {
  const detail = 'The live connection could not be opened';
  try {
    const error = await errorOf(await fetch(address, { headers }));
    const isNoSocketAlone = error.errors.some(({ pointer }) => pointer === 'Upgrade');
    return isNoSocketAlone ? new EyelineError({ code: 'unreachable', detail }) : error;
  } catch (cause) {
    return new EyelineError({ code: 'unreachable', detail, cause });
  }
}
