import { addressOf } from './address-subject.js';

it.each([
  ['203.0.113.9', 'address:203.0.113.9'],
  ['::ffff:203.0.113.9', 'address:203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', 'address:2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::1', 'address:2001:db8:1:2::/64'],
  [undefined, 'address:unknown'],
])('%s is counted as %s', (ip, subject) => {
  expect(addressOf({ ip })).toBe(subject);
});
