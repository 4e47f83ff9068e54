import { type AnalysisStage } from '@eyeline/contracts';
import fc from 'fast-check';

import { type EventPosition, isPast, positionOf, readEventId, toEventId } from './event-position.js';

const at = (attempt: number, stage: AnalysisStage, progress: number): EventPosition =>
  positionOf({ attempt, stage, progress });

const position = fc.tuple(
  fc.integer({ min: 1, max: 1e9 - 1 }),
  fc.integer({ min: 0, max: 4 }),
  fc.nat(1_000_000),
);

describe('the position of an analysis', () => {
  it('goes forward with progress, stage and attempt', () => {
    const way = [
      at(1, 'queued', 0),
      at(1, 'preparing', 0),
      at(1, 'preparing', 0.02),
      at(1, 'analyzing', 0.02),
      at(1, 'analyzing', 0.95),
      at(1, 'assembling', 0.95),
      at(1, 'failed', 0.95),
      at(2, 'queued', 0),
      at(2, 'analyzing', 0.5),
      at(2, 'completed', 1),
    ];
    way.forEach((one, i) => way.forEach((other, j) => expect(isPast(one, other)).toBe(i > j)));
  });

  it('is the same end however it ended', () => {
    expect(at(1, 'canceled', 0.5)).toEqual(at(1, 'completed', 0.5));
  });

  it('is told by its id and read from it', () => {
    expect(at(3, 'queued', 0.4375)).toEqual([3, 0, 437_500]);
    expect(toEventId([3, 2, 437_500])).toBe('3-2-437500');
    fc.assert(fc.property(position, (one) => expect(readEventId(toEventId(one))).toEqual(one)));
  });

  it.each([
    undefined,
    '',
    '1-2',
    '1-2-3-4',
    '-1-2-3',
    '1-2-x',
    '1-22-3',
    '1e3-2-3',
    ' 1-2-3',
    '9999999999-2-3',
  ])('is not read from %j', (id) => expect(readEventId(id)).toBeNull());
});
