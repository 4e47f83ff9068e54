import { restartDelayMs } from './back-off.js';

describe('restartDelayMs', () => {
  it('doubles, up to half a minute', () => {
    expect([1, 2, 3, 4].map(restartDelayMs)).toEqual([500, 1000, 2000, 4000]);
    expect([7, 8, 1000].map(restartDelayMs)).toEqual([30_000, 30_000, 30_000]);
  });
});
