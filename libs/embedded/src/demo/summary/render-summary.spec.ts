import { stripVTControlCharacters } from 'node:util';

import { createStyle } from '../../terminal/style.js';
import { measureSpeed, renderSummary } from './render-summary.js';
import { bucket, makeAnalysis, makeFace, makeReport } from './report.factory.js';

const plain = { width: 80, style: createStyle(false) };
const render = (changes = {}, looks = plain) =>
  renderSummary(
    { videoPath: '/videos/talk.mp4', report: makeReport(changes), analysis: makeAnalysis() },
    looks,
  );

describe('renderSummary', () => {
  it('tells the video, who was seen, shares, eye contact and speed', () => {
    const text = render();
    expect(text).toMatch(/talk\.mp4/);
    expect(text).toMatch(/0:20 min, 640x360, 23\.98 frames\/s, h264/);
    expect(text).toMatch(/1 person, in 97 of 100 frames/);
    expect(text).toMatch(/sad +█{20}░{20} +50 %/);
    expect(text).toMatch(/neutral +░{40} +<1 %/);
    expect(text).toMatch(/Eye contact +41 % of the time a face was seen, longest 3\.4 s/);
    expect(text).toMatch(/0:12\.0 - 0:15\.4 {2}\(3\.4 s\)/);
    expect(text).toMatch(/0\.5 s: 40 times real time, 200 frames\/s on the cpu/);
  });

  it('fits into the width, with a long name and twenty people too', () => {
    const faces = Array.from({ length: 20 }, (_, i) => makeFace(i + 1));
    const timeline = Array.from({ length: 5000 }, (_, i) => bucket(i, 'fear', 50));
    const episodes = Array.from({ length: 50 }, (_, i) => ({ face_id: i, start_s: i, end_s: i + 0.5 }));
    const warnings = [
      { code: 'small_faces' as const, message: 'Many words about small faces. '.repeat(9).trim() },
    ];
    const text = render({ faces, timeline, warnings, eye_contact: { score: 3, longest_s: 0.5, episodes } });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).toMatch(/\.\.\. and 10 more people/);
    expect(text).toMatch(/\.\.\. and 44 more episodes/);
  });

  it('holds no control characters without colour, and the same words with it', () => {
    const coloured = render({}, { width: 80, style: createStyle(true) });
    expect(stripVTControlCharacters(render())).toBe(render());
    expect(coloured).not.toBe(render());
    expect(stripVTControlCharacters(coloured)).toBe(render());
  });

  it('says it when nobody was seen, and draws nothing', () => {
    const text = render({
      faces: [],
      frames_with_face: 0,
      overall_dominant_emotion: null,
      eye_contact_score: null,
      eye_contact: { score: null, unknown_share: null, longest_s: 0, episodes: [] },
      timeline: [bucket(0, null)],
      warnings: [{ code: 'no_face', message: 'No face was found in the video.' }],
    });
    expect(text).toMatch(/nobody was seen in 100 frames/);
    expect(text).toMatch(/Please note +No face was found in the video\./);
    expect(text).not.toMatch(/Emotions over time|Share of each|Eye contact/);
  });

  it('says what eyes that could not be read leave to tell', () => {
    const small = { score: 50, unknown_share: 0.4, longest_s: 0, episodes: [] };
    expect(render({ eye_contact: small })).toContain('50 % of the time eyes could be read');
    const tiny = { score: null, unknown_share: 1, longest_s: 0, episodes: [] };
    expect(render({ eye_contact: tiny })).toContain('unknown: no eyes are large enough to be read');
  });

  it('tells gaps', () => {
    const gaps = [{ start_s: 8, end_s: 20, reason: 'truncated' as const }];
    const text = render({ sampling: { ...makeReport().sampling, gaps } });
    expect(text).toMatch(/0:08\.0 - 0:20\.0 is missing: truncated/);
  });
});

describe('measureSpeed', () => {
  it('says nothing where the clock could not tell', () => {
    const analysis = { ...makeAnalysis(), completed_at: makeAnalysis().started_at };
    expect(measureSpeed({ videoPath: '', report: makeReport(), analysis })).toBeNull();
  });
});
