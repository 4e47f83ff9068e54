import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Socket } from 'node:net';

import { type WebSocket, WebSocketServer } from 'ws';

import { invalidRequest } from '../common/problems/field-errors.js';
import { PROTOCOL } from './key-protocol.js';

const USUAL_HEADERS = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'];

/** Turns a request into a WebSocket (RFC 6455, 4.2). */
export class Handshake {
  private readonly server: WebSocketServer;
  /** What was wrong with the request that is being looked at, and what its answer says beside the handshake. */
  private fault: Error | null = null;
  private headers: string[] = [];

  /** @param maxMessageBytes a longer message closes its connection with 1009 */
  constructor(maxMessageBytes: number) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      // Pictures are compressed already, and inflating takes memory that nobody has announced.
      perMessageDeflate: false,
      maxPayload: maxMessageBytes,
      handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
    });
    this.server.on('wsClientError', (error) => (this.fault = error));
    this.server.on('headers', (headers) => headers.push(...this.headers));
  }

  /**
   * Calls `open` before anything that the client sends is read.
   *
   * @throws AppError invalid_request
   */
  complete(
    request: IncomingMessage,
    response: ServerResponse,
    { socket, head }: { readonly socket: Socket; readonly head: Buffer },
    open: (socket: WebSocket) => void,
  ): void {
    this.fault = null;
    this.headers = USUAL_HEADERS.flatMap((name) => {
      const value = response.getHeader(name);
      return value === undefined ? [] : [`${name}: ${String(value)}`];
    });
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      response.detachSocket(socket);
      // The handshake was the whole answer: what logs and measures requests does not wait for the connection's end.
      response.writeHead(101).emit('close');
      open(webSocket);
    });
    if (this.fault !== null) {
      throw invalidRequest([
        { pointer: '', message: `It is no handshake: ${(this.fault as Error).message}.` },
      ]);
    }
  }
}
