import { isPagePath } from './page-paths.js';

describe('isPagePath', () => {
  it.each([
    ...['/upload', '/analyses', '/analyses/an_1', '/analyses/an_1/', '/compare', '/live', '/operate'],
    ...['/sign-in', '/assets/index.abc.js', '/favicon.ico', '/robots.txt', '/index.html'],
  ])('%s', (path) => expect(isPagePath(path)).toBe(true));

  it.each([
    ...['/', '', '/v1/analyses', '/analyses/a/b', '/uploads', '/upload/x', '/assets', '/admin/queues'],
    ...['/x/assets/y', '/x/index.html', '/favicon.icon', '//upload', '/livez'],
  ])('not %s', (path) => expect(isPagePath(path)).toBe(false));
});
