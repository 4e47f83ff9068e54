import { EMOTIONS } from '@eyeline/contracts';
import fc from 'fast-check';

import { bucket, makeReport } from '../report.factory.js';
import { listCues, writeCaptions } from './write-captions.js';

const [HAPPY, NEUTRAL] = [3, 6];

const withTimeline = (timeline: ReturnType<typeof bucket>[]) => makeReport(timeline.length, 1, { timeline });

interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/**
 * A WebVTT file by the letter of the syntax (W3C WebVTT, section 4.1), which asks more of writers than players do: header,
 * comments and cues in blocks with one empty line between, each cue with a number, its times in order, and one line of text
 * without what would be markup.
 */
function parseStrictly(file: string): Cue[] {
  expect(file.startsWith('WEBVTT\n\n')).toBe(true);
  expect(file.endsWith('\n')).toBe(true);
  expect(file).not.toMatch(/\r|\0|\n\n\n/);
  const blocks = file.slice('WEBVTT\n\n'.length).replace(/\n$/, '').split('\n\n');
  const cues: Cue[] = [];
  for (const block of blocks) {
    if (/^NOTE\n/.test(block)) {
      expect(block).not.toContain('-->');
      continue;
    }
    const [number, times, ...text] = block.split('\n');
    expect(number).toBe(String(cues.length + 1));
    const parts = /^(\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(
      times,
    );
    expect([times, parts]).not.toEqual([times, null]);
    const [h1, m1, s1, ms1, h2, m2, s2, ms2] = parts!.slice(1).map(Number);
    const startMs = ((h1 * 60 + m1) * 60 + s1) * 1000 + ms1;
    const endMs = ((h2 * 60 + m2) * 60 + s2) * 1000 + ms2;
    expect(endMs).toBeGreaterThan(startMs);
    expect(startMs).toBeGreaterThanOrEqual(cues.at(-1)?.endMs ?? 0);
    expect(text).toHaveLength(1);
    expect(text[0]).toMatch(/^[^<>&]+$/);
    cues.push({ startMs, endMs, text: text[0] });
  }
  return cues;
}

describe('captions', () => {
  it('are one cue for each run that says the same', () => {
    const cues = parseStrictly(
      writeCaptions(
        withTimeline([
          bucket(0, NEUTRAL),
          bucket(1, NEUTRAL, 49.9),
          bucket(2, NEUTRAL, 50),
          bucket(3, HAPPY, 100),
          bucket(4, null),
          bucket(5, HAPPY, 100),
        ]),
      ),
    );
    expect(cues).toEqual([
      { startMs: 0, endMs: 2000, text: 'neutral' },
      { startMs: 2000, endMs: 3000, text: 'neutral, eye contact' },
      { startMs: 3000, endMs: 4000, text: 'happy, eye contact' },
      { startMs: 5000, endMs: 6000, text: 'happy, eye contact' },
    ]);
  });

  it('are none where nobody is seen, and are a valid file then', () => {
    expect(parseStrictly(writeCaptions(withTimeline([bucket(0, null)])))).toEqual([]);
    expect(parseStrictly(writeCaptions(withTimeline([])))).toEqual([]);
  });

  it('write times of long videos, and of parts of a second', () => {
    const long = { ...bucket(0, HAPPY), start_s: 5 * 3600 + 61.5, end_s: 5 * 3600 + 62.0004 };
    expect(writeCaptions(withTimeline([long]))).toContain('\n05:01:01.500 --> 05:01:02.000\n');
    const tooShort = { ...bucket(0, HAPPY), start_s: 1, end_s: 1.0004 };
    expect(listCues([tooShort])).toEqual([]);
  });

  it('are valid, cover what was seen and repeat nothing, whatever the timeline', () => {
    const timeline = fc
      .array(fc.tuple(fc.option(fc.nat(EMOTIONS.length - 1)), fc.integer({ min: 0, max: 100 })), {
        maxLength: 60,
      })
      .map((seconds) => seconds.map(([emotion, score], i) => bucket(i, emotion, score)));
    fc.assert(
      fc.property(timeline, (buckets) => {
        const cues = parseStrictly(writeCaptions(withTimeline(buckets)));
        const coveredMs = cues.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
        expect(coveredMs).toBe(1000 * buckets.filter(({ faces }) => faces > 0).length);
        cues.slice(1).forEach((cue, i) => {
          if (cue.startMs === cues[i].endMs) expect(cue.text).not.toBe(cues[i].text);
        });
      }),
    );
  });
});
