import { AppError, ERROR_CODES } from '@eyeline/contracts';

import { judgeOutage } from './put-off.js';

const HOUR_MS = 3600 * 1000;
const addedAgo = (ms: number) => ({ timestamp: Date.now() - ms });

describe('judgeOutage', () => {
  it('puts off what waits for something that is away, and nothing else', () => {
    const waiting = ERROR_CODES.filter((code) => judgeOutage(new AppError(code), addedAgo(0), 5000) !== null);
    expect(waiting.sort()).toEqual(['database_unavailable', 'queue_unavailable', 'storage_unavailable']);
    expect(judgeOutage(new Error('connect ECONNREFUSED'), addedAgo(0), 5000)).toBeNull();
  });

  it('spreads the jobs around the delay', () => {
    const away = new AppError('storage_unavailable');
    const delays = Array.from({ length: 200 }, () => judgeOutage(away, addedAgo(0), 5000)!);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(4000);
    expect(Math.max(...delays)).toBeLessThanOrEqual(6000);
    expect(new Set(delays).size).toBeGreaterThan(100);
  });

  it('loses patience a day after the job was added', () => {
    const away = new AppError('database_unavailable');
    expect(judgeOutage(away, addedAgo(23 * HOUR_MS), 5000)).not.toBeNull();
    expect(judgeOutage(away, addedAgo(24 * HOUR_MS), 5000)).toBeNull();
  });

  it('leaves the job of a scheduler to the next one', () => {
    const away = new AppError('database_unavailable');
    expect(judgeOutage(away, { ...addedAgo(0), repeatJobKey: 'sweep-expired' }, 5000)).toBeNull();
  });
});
