import { readSessionCookie } from './session-cookie.js';

const TOKEN = 'a-B_'.repeat(10) + 'xyz';

it.each([
  [`eyeline_session=${TOKEN}`, TOKEN],
  [`theme=dark; eyeline_session=${TOKEN}; x=y`, TOKEN],
  [`theme=dark;eyeline_session=${TOKEN}`, TOKEN],
  [undefined, null],
  ['', null],
  [`eyeline_session=${TOKEN}x`, null],
  [`eyeline_session=${TOKEN.slice(1)}`, null],
  [`eyeline_session="${TOKEN}"`, null],
  ['eyeline_session', null],
  ['eyeline_session=', null],
  [`eyeline_session2=${TOKEN}`, null],
  [`xeyeline_session=${TOKEN}`, null],
])('%s', (cookie, token) => {
  expect(readSessionCookie({ headers: { cookie } })).toBe(token);
});
