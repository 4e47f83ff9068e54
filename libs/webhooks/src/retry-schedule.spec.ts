import { RetrySchedule } from './retry-schedule.js';

const HOUR_S = 3600;

describe('RetrySchedule', () => {
  it('makes ten attempts over about 75 hours, at times that differ a little', () => {
    const schedule = new RetrySchedule(null);
    const delays = Array.from({ length: 9 }, (_, i) => schedule.nextDelayS(i + 1));
    const total = delays.reduce<number>((sum, delay) => sum + (delay ?? NaN), schedule.firstDelayS);
    expect(total).toBeGreaterThan(67 * HOUR_S);
    expect(total).toBeLessThan(84 * HOUR_S);
    expect(schedule.nextDelayS(10)).toBeNull();
    expect(new Set(Array.from({ length: 20 }, () => schedule.nextDelayS(9))).size).toBeGreaterThan(1);
  });

  it('keeps exactly to delays that are given', () => {
    const schedule = new RetrySchedule([1, 2, 3]);
    expect(schedule.firstDelayS).toBe(1);
    expect([1, 2, 3, 4].map((made) => schedule.nextDelayS(made))).toEqual([2, 3, null, null]);
  });

  it('waits longer when the receiver asks for it, for a day at most, and never more often than planned', () => {
    const schedule = new RetrySchedule([0, 10]);
    expect(schedule.nextDelayS(1, 60)).toBe(60);
    expect(schedule.nextDelayS(1, 1)).toBe(10);
    expect(schedule.nextDelayS(1, 1e9)).toBe(24 * HOUR_S);
    expect(schedule.nextDelayS(2, 60)).toBeNull();
  });
});
