import { isOpen } from './open-paths.js';

describe('isOpen', () => {
  it.each(['/', '/livez', '/readyz', '/metrics', '/openapi.json', '/docs', '/docs/errors', '/docs/a.css'])(
    'GET %s',
    (path) => expect(isOpen({ method: 'GET', path })).toBe(true),
  );

  it.each(['POST', 'DELETE'])('%s of a sign-in', (method) =>
    expect(isOpen({ method, path: '/v1/me/session' })).toBe(true),
  );

  it.each([
    ['GET', '/v1/me/session'],
    ['PATCH', '/v1/me/session'],
    ['POST', '/v1/me'],
    ['GET', '/v1/me'],
    ['POST', '/'],
    ['DELETE', '/docs'],
    ['GET', '/v1/analyses'],
    ['GET', '//v1/analyses'],
    ['GET', '/docsx'],
    ['GET', '/metrics/x'],
    ['GET', '/v1/analyses/docs/'],
    ['GET', ''],
  ])('not %s %s', (method, path) => expect(isOpen({ method, path })).toBe(false));
});
