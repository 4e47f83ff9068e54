import { returnAddress, signInAddress } from './return-address.js';

describe('the way back from the sign-in page', () => {
  it.each(['/', '/analyses/an_1', '/analyses?status=failed&tag=a%26b'])('leads to %s', (path) => {
    expect(returnAddress(new URL(signInAddress(path), 'http://x').search)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/..//evil.example',
    '',
  ])('leads to no other site: %s', (next) =>
    expect(returnAddress(`?next=${encodeURIComponent(next)}`)).toBe('/'),
  );
});
