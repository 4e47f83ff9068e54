import { AppError } from '@eyeline/contracts';
import { type Request } from 'express';

/**
 * Whether a host name, with or without a port, can only mean this machine.
 *
 * @example isLoopbackHost('[::1]:3000') // true
 * @example isLoopbackHost('127.0.0.1.example.com') // false
 */
export function isLoopbackHost(host: string): boolean {
  if (/[/@?#\\\s]/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/** Says why the API does not listen while no key exists, and what to do; null when the address is safe. */
export function refuseToListen(host: string): string | null {
  if (isLoopbackHost(host.includes(':') ? `[${host}]` : host)) return null;
  return (
    `HOST is ${host}, but no API key exists, so anyone who reaches that address could use this API. ` +
    `Make one first: npm run keys -- create NAME (with DATABASE_URL, or while npm start runs on 127.0.0.1).`
  );
}

/** Addresses of this machine, IPv4 also as IPv6 writes it. */
const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/;

/**
 * While no key exists, being on this machine is the only credential. A web page must not borrow it: a name that was
 * made to resolve to 127.0.0.1 (DNS rebinding) shows in `Host`, a form or script of a foreign page in `Origin`.
 *
 * @throws AppError forbidden
 */
export function requireLoopback(request: Pick<Request, 'headers' | 'socket'>): void {
  const { host, origin } = request.headers;
  if (!LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '')) {
    throw new AppError('forbidden', {
      detail: 'While no API key exists, this API answers requests from its own machine only.',
    });
  }
  if (host === undefined || !isLoopbackHost(host)) {
    throw new AppError('forbidden', {
      detail:
        'While no API key exists, this API answers under a name of this machine only, such as localhost.',
    });
  }
  if (origin !== undefined && !isLoopbackHost(origin.replace(/^https?:\/\//, ''))) {
    throw new AppError('forbidden', {
      detail: 'While no API key exists, this API takes no requests from pages of other sites.',
    });
  }
}
