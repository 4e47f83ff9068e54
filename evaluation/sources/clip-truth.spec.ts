import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseTruth, TruthError } from './clip-truth.js';

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(__dirname, '../../test/fixtures', `${name}.truth.json`), 'utf8')) as Record<
    string,
    unknown
  >;

const segment = { start_s: 0, end_s: 1, emotion: 'sad', looking_at_camera: null, face_present: true };

describe('parseTruth', () => {
  it('reads the truths of the bundled clips', () => {
    const alone = parseTruth(read('average-person'));
    expect(alone.people.map(({ segments, blinks }) => [segments.length, blinks.length])).toEqual([[15, 3]]);
    const couple = parseTruth(read('average-people-2'));
    expect(couple).toMatchObject({ width: 640, people: [{ path: { length: 5 } }, { path: { length: 5 } }] });
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
    ['nobody', { width: 640, people: [] }],
    ['two people without paths', { width: 640, people: [{ segments: [segment] }, { segments: [segment] }] }],
  ])('refuses %s', (_what, value) => {
    expect(() => parseTruth(value)).toThrow(TruthError);
  });
});
