import { type IncomingHttpHeaders } from 'node:http';

import { isSameOrigin, requireSameOrigin } from './same-origin.js';

const HOST = 'eyeline.example.com:8080';
const OWN = 'http://eyeline.example.com:8080';

describe('isSameOrigin', () => {
  it.each<[IncomingHttpHeaders, boolean | null]>([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': '' }, false],
    // What scripts cannot set counts before the rest.
    [{ 'sec-fetch-site': 'cross-site', origin: OWN }, false],
    [{ origin: OWN }, true],
    [{ origin: 'https://EYELINE.example.com:8080' }, true],
    [{ origin: 'http://eyeline.example.com' }, false],
    [{ origin: 'http://eyeline.example.com:8080.example.org' }, false],
    [{ origin: 'null' }, false],
    [{ origin: '' }, false],
    [{}, null],
  ])('%j', (headers, expected) => {
    expect(isSameOrigin({ headers: { host: HOST, ...headers } })).toBe(expected);
  });

  it('is false where the request names no host', () => {
    expect(isSameOrigin({ headers: { origin: OWN } })).toBe(false);
  });
});

describe('requireSameOrigin', () => {
  const ask = (method: string, headers: IncomingHttpHeaders) => () =>
    requireSameOrigin({ method, headers: { host: HOST, ...headers } });

  it.each(['GET', 'HEAD', 'OPTIONS'])('lets %s pass, which changes nothing', (method) => {
    expect(ask(method, { 'sec-fetch-site': 'cross-site' })).not.toThrow();
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'])('asks who sends %s', (method) => {
    expect(ask(method, { origin: OWN })).not.toThrow();
    expect(ask(method, { origin: 'https://example.org' })).toThrow('forbidden');
    expect(ask(method, {})).toThrow('forbidden');
  });

  it('asks who opens a WebSocket', () => {
    expect(ask('GET', { upgrade: 'websocket', origin: OWN })).not.toThrow();
    expect(ask('GET', { upgrade: 'websocket' })).toThrow('forbidden');
  });
});
