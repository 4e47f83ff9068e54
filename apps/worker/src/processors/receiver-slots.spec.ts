import { ReceiverSlots } from './receiver-slots.js';

describe('ReceiverSlots', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('has so many places for each receiver, and gives them again', () => {
    const slots = new ReceiverSlots(2);
    expect([slots.take('a'), slots.take('a'), slots.take('b')]).toEqual([null, null, null]);
    expect(slots.take('a')).toBeGreaterThan(0);
    slots.free('a');
    expect(slots.take('a')).toBeNull();
    expect(slots.take('a')).toBeGreaterThan(0);
  });

  it('lets those that wait come back one after the other, and none very late', () => {
    const slots = new ReceiverSlots(1);
    slots.take('a');
    const waits = Array.from({ length: 1000 }, () => slots.take('a')!);
    expect(waits.slice(0, 3)).toEqual([500, 1000, 1500]);
    expect(Math.max(...waits)).toBe(120_000);
    jest.advanceTimersByTime(200_000);
    expect(slots.take('a')).toBe(500);
  });

  it('forgets receivers that nothing is on its way to', () => {
    const slots = new ReceiverSlots(1);
    slots.take('a');
    slots.take('a');
    slots.free('a');
    expect(slots.take('a')).toBeNull();
    expect(slots.take('a')).toBe(500);
  });
});
