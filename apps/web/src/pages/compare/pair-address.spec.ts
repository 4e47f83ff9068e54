import { readPair, writePair } from './pair-address.js';

describe('the address of a comparison', () => {
  it.each(['', '?a=an_1', '?b=an_2', '?a=an_1&b=an_2'])('is read as it was written: %s', (search) => {
    expect(writePair(readPair(search))).toBe(search);
  });

  it('takes what is empty for not chosen', () => {
    expect(readPair('?a=&b=%20')).toEqual({ a: null, b: null });
  });
});
