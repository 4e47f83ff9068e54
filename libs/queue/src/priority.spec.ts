import { MAX_PRIORITY, toPriority } from './priority.js';

describe('toPriority', () => {
  it('keeps what BullMQ takes, and lets the rest share the last place', () => {
    expect([1, 7, MAX_PRIORITY, MAX_PRIORITY + 1, 1e12].map(toPriority)).toEqual([
      1,
      7,
      MAX_PRIORITY,
      MAX_PRIORITY,
      MAX_PRIORITY,
    ]);
  });

  it.each([0, -1, 1.5, NaN, Infinity])('refuses %p', (place) => {
    expect(() => toPriority(place)).toThrow(expect.objectContaining({ code: 'internal' }));
  });
});
