import { follow, zoom } from './time-range.js';

describe('zoom', () => {
  it('keeps the time around which it zooms where it is', () => {
    expect(zoom({ fromS: 0, toS: 100 }, 0.5, 20, 100)).toEqual({ fromS: 10, toS: 60 });
  });

  it('stays within the video, and shows two seconds at least', () => {
    expect(zoom({ fromS: 0, toS: 100 }, 4, 50, 100)).toEqual({ fromS: 0, toS: 100 });
    expect(zoom({ fromS: 10, toS: 13 }, 0.1, 10, 100)).toEqual({ fromS: 10, toS: 12 });
    expect(zoom({ fromS: 0, toS: 1 }, 0.5, 0.5, 1)).toEqual({ fromS: 0, toS: 1 });
  });
});

describe('follow', () => {
  it('stays as long as the time shows, then moves on', () => {
    const range = { fromS: 0, toS: 10 };
    expect(follow(range, 9.9, 100)).toBe(range);
    expect(follow(range, 50, 100)).toEqual({ fromS: 49, toS: 59 });
    expect(follow(range, 100, 100)).toEqual({ fromS: 90, toS: 100 });
  });
});
