import { AppError } from '@eyeline/contracts';
import { type NextFunction, type Request, type Response } from 'express';

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

/** Says why the API does not listen and what to do; null when the address is safe. */
export function refuseToListen(host: string): string | null {
  if (isLoopbackHost(host.includes(':') ? `[${host}]` : host)) return null;
  return (
    `HOST is ${host}, but no API key exists, so anyone who reaches that address could use this API. ` +
    `Leave HOST unset or set it to 127.0.0.1, and put a reverse proxy that authenticates in front of it.`
  );
}

/**
 * While no key exists, being on this machine is the only credential. A web page must not borrow it: a name that was
 * made to resolve to 127.0.0.1 (DNS rebinding) shows in `Host`, a form or script of a foreign page in `Origin`.
 */
export function requireLoopback(request: Request, _response: Response, next: NextFunction): void {
  const { host, origin } = request.headers;
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
  next();
}
