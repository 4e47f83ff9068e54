import { type IncomingMessage, type Server, ServerResponse } from 'node:http';
import { type Socket } from 'node:net';

import { AppError } from '@eyeline/contracts';
import { type NextFunction, type Request, type Response } from 'express';

import { takeKeyFromProtocols } from './key-protocol.js';

/** A connection whose request asked for a WebSocket, and what has already come after that request. */
interface Upgrade {
  readonly socket: Socket;
  readonly head: Buffer;
}

const upgrades = new WeakMap<IncomingMessage, Upgrade>();

/**
 * Requests for a WebSocket go the way of all requests: log, key, limits, route. So they are refused like all others, by an
 * HTTP answer, after which the connection closes. The route turns those that it takes into a WebSocket.
 */
export function acceptUpgrades(server: Server): void {
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
      ignoreUpgrade(server, request, socket, head);
      return;
    }
    // Node has taken its own listeners away: a client that resets the connection now would end the process.
    socket.on('error', () => socket.destroy());
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    try {
      response.assignSocket(socket);
    } catch {
      // An earlier request on this connection is still being answered, and there is no order in which both could be.
      socket.destroy();
      return;
    }
    response.once('finish', () => socket.destroySoon());
    upgrades.set(request, { socket, head });
    takeKeyFromProtocols(request);
    server.emit('request', request, response);
  });
}

/** Null: the request did not ask for a WebSocket. */
export const findUpgrade = (request: IncomingMessage): Upgrade | null => upgrades.get(request) ?? null;

/**
 * Middleware behind the authentication: elsewhere a WebSocket is not what there is.
 *
 * @throws AppError not_found
 */
export function refuseOtherUpgrades(request: Request, _response: Response, next: NextFunction): void {
  if (findUpgrade(request) !== null && !/^\/v1\/live\/?$/i.test(request.path)) {
    throw new AppError('not_found', { detail: `There is no WebSocket at ${request.path}.` });
  }
  next();
}

/**
 * Some clients offer HTTP/2 (`Upgrade: h2c`) with whatever they ask first. A server may overlook that (RFC 9110, 7.8), but
 * Node leaves the rest to whoever listens for upgrades: the request is parsed again, without the offer and with its body.
 */
function ignoreUpgrade(server: Server, request: IncomingMessage, socket: Socket, head: Buffer): void {
  const lines = [`${request.method} ${request.url} HTTP/${request.httpVersion}`];
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const [name, value] = request.rawHeaders.slice(i, i + 2);
    if (name.toLowerCase() !== 'upgrade') lines.push(`${name}: ${value}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}
