import { AppError } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { isLoopbackHost, refuseToListen, requireLoopback } from './loopback.js';

describe('isLoopbackHost', () => {
  it.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST',
    'app.localhost:1',
    '127.0.0.1:3000',
    '127.8.9.1',
    '[::1]:3000',
  ])('takes %s', (host) => expect(isLoopbackHost(host)).toBe(true));

  it.each([
    'example.com',
    '127.0.0.1.example.com',
    'localhost.example.com',
    'example.com:127',
    'user@127.0.0.1',
    '0.0.0.0:3000',
    '192.168.1.4',
    '[::]:3000',
    '[::ffff:1.2.3.4]',
    'null',
    '',
  ])('refuses %s', (host) => expect(isLoopbackHost(host)).toBe(false));
});

describe('refuseToListen', () => {
  it.each(['127.0.0.1', 'localhost', '::1'])('lets %s be', (host) => expect(refuseToListen(host)).toBeNull());

  it.each(['0.0.0.0', '::', '10.0.0.5', 'example.com'])('says why and the fix for %s', (host) => {
    expect(refuseToListen(host)).toMatch(/no API key exists.*127\.0\.0\.1/);
  });
});

describe('requireLoopback', () => {
  const pass = (headers: Record<string, string>): boolean => {
    let passed = false;
    requireLoopback({ headers } as unknown as Request, {} as Response, () => (passed = true));
    return passed;
  };

  it('lets programs and pages of this machine in', () => {
    expect(pass({ host: '127.0.0.1:3000' })).toBe(true);
    expect(pass({ host: 'localhost:3000', origin: 'http://localhost:5173' })).toBe(true);
  });

  it.each([
    [{ host: 'rebound.example.com:3000' }],
    [{}],
    [{ host: 'localhost:3000', origin: 'https://example.com' }],
    [{ host: 'localhost:3000', origin: 'null' }],
  ])('refuses %j', (headers) => {
    expect(() => pass(headers as Record<string, string>)).toThrow(AppError);
  });
});
