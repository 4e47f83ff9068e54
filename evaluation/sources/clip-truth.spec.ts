import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseTruth, TruthError } from './clip-truth.js';

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(__dirname, '../../test/fixtures', `${name}.truth.json`), 'utf8')) as Record<
    string,
    unknown
  >;

const segment = { start_s: 0, end_s: 1, emotion: 'sad', looking_at_camera: null, face_present: true };
const range = (start_s: number, end_s: number) => ({ start_s, end_s });

describe('parseTruth', () => {
  it('reads the truths of the bundled clips', () => {
    const alone = parseTruth(read('average-person'));
    expect(alone.people.map(({ segments, blinks }) => [segments.length, blinks?.length])).toEqual([[15, 3]]);
    const couple = parseTruth(read('average-people-2'));
    expect(couple).toMatchObject({ width: 640, people: [{ path: { length: 5 } }, { path: { length: 5 } }] });
  });

  it('tells blinks that nobody counted from there being none', () => {
    const blinksOf = (more: object) =>
      parseTruth({ width: 640, segments: [segment], ...more }).people[0].blinks;
    expect([blinksOf({}), blinksOf({ blinks: null }), blinksOf({ blinks: [] })]).toEqual([null, null, []]);
  });

  it.each([
    ['of blinks and what is unknown', { blinks: [range(1, 1.3)], blinks_unknown: [range(1.2, 2)] }, '1.2 s'],
    ['of two blinks', { blinks: [range(3, 3.3), range(2.9, 3.1)] }, '3 s'],
  ])('refuses an overlap %s', (_what, more, where) => {
    const parse = () => parseTruth({ width: 640, segments: [segment], ...more });
    expect(parse).toThrow(`blinks and blinks_unknown overlap at ${where}`);
  });

  it('takes what is unknown beside a blink, and not without blinks', () => {
    const blinks_unknown = [range(0.5, 1), range(1.3, 2)];
    const parse = (more: object) => parseTruth({ width: 640, segments: [segment], blinks_unknown, ...more });
    expect(parse({ blinks: [range(1, 1.3)] }).people[0].blinks_unknown).toHaveLength(2);
    expect(() => parse({})).toThrow('there are no blinks');
  });

  it.each([
    ['a list', []],
    ['nothing', null],
    ['no segments', { width: 640 }],
    ['empty segments', { width: 640, segments: [] }],
    ['no width', { segments: [segment] }],
    ['an emotion that is none', { width: 640, segments: [{ ...segment, emotion: 'glad' }] }],
    ['a time that is text', { width: 640, segments: [{ ...segment, start_s: '0' }] }],
    ['an end before its begin', { width: 640, segments: [{ ...segment, end_s: 0 }] }],
    ['a blink without an end', { width: 640, segments: [segment], blinks: [{ start_s: 1 }] }],
    ['nobody', { width: 640, people: [] }],
    ['two people without paths', { width: 640, people: [{ segments: [segment] }, { segments: [segment] }] }],
  ])('refuses %s', (_what, value) => {
    expect(() => parseTruth(value)).toThrow(TruthError);
  });
});
