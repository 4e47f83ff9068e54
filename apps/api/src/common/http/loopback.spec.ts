import { AppError } from '@eyeline/contracts';
import { type Request } from 'express';

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
  const ask = (headers: Record<string, string | undefined>, remoteAddress = '127.0.0.1') =>
    requireLoopback({ headers, socket: { remoteAddress } } as Request);

  it('lets programs and pages of this machine in', () => {
    ask({ host: '127.0.0.1:3000' });
    ask({ host: 'localhost:3000', origin: 'http://localhost:5173' }, '::1');
    ask({ host: 'localhost' }, '::ffff:127.0.0.1');
  });

  it.each([
    [{ host: 'rebound.example.com:3000' }],
    [{}],
    [{ host: 'localhost:3000', origin: 'https://example.com' }],
    [{ host: 'localhost:3000', origin: 'null' }],
  ])('refuses %j', (headers) => {
    expect(() => ask(headers)).toThrow(AppError);
  });

  it.each(['10.0.0.5', '::ffff:10.0.0.5', 'fe80::1', '::', '1.127.0.0', ''])(
    'refuses %s, whatever it says',
    (address) => expect(() => ask({ host: 'localhost' }, address)).toThrow(AppError),
  );
});
