import { spreadOf } from './statistics.js';

describe('spreadOf', () => {
  it('gives the middle of an odd number and the mean of the middle two of an even one', () => {
    expect(spreadOf([3, 1, 10])).toEqual({ median: 3, min: 1, max: 10 });
    expect(spreadOf([4, 1, 2, 10])).toEqual({ median: 3, min: 1, max: 10 });
  });

  it('refuses nothing', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});
