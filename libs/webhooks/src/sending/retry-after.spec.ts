import { readRetryAfter } from './retry-after.js';

it.each([
  ['120', 120],
  ['0', 0],
  ['Fri, 31 Dec 1999 23:59:59 GMT', 59],
  ['Fri, 31 Dec 1999 00:00:00 GMT', 0],
  ['soon', null],
  ['99999999999999999999', null],
  [null, null],
])('reads %s as %s', (value, expected) => {
  expect(readRetryAfter(value, Date.parse('1999-12-31T23:59:00Z'))).toBe(expected);
});
