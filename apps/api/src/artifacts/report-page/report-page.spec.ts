import { type Report } from '@eyeline/contracts';

import { makeReport } from '../report.factory.js';
import { formatClock, formatCount, formatMoment, formatPercent } from './format.js';
import { html } from './markup.js';
import { renderReportPage } from './render-report-page.js';
import { PAGE_POLICY, STYLE } from './style.js';
import { TimeScale } from './time-scale.js';
import { coverSlots, joinSlots } from './time-slots.js';

const occasion = { tag: null, completedAt: new Date('2026-03-01T10:20:30Z') };

const render = (report: Report, tag: string | null = null): string =>
  renderReportPage(report, { ...occasion, tag });

/** The text that a reader sees. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** Every element is closed, and none overlaps another: void elements of HTML and self-closed ones of SVG aside. */
function expectWellFormed(page: string): void {
  const open: string[] = [];
  for (const [, closing, name, , selfClosed] of page.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)(\/?)>/g,
  )) {
    if (selfClosed !== '' || name === 'meta') continue;
    if (closing === '') open.push(name);
    else expect([name, open.pop()]).toEqual([name, name]);
  }
  expect(open).toEqual([]);
}

describe('the page of a report', () => {
  it('says what was measured', () => {
    const text = textOf(render(makeReport(60, 2)));
    for (const fact of [
      'an_1',
      '1:00',
      '1920 × 1080',
      '2026-03-01 10:20 UTC',
      'Most frequent expression happy 55 % of observations',
      'Eye contact 42 % where eyes can be read; unknown in 2 %',
      'People 2',
      'Frames with a face 297 of 300 analysed',
      'Person 1',
      'Person 2',
      'face-detector-gray',
      'No warnings.',
      'An expression is not a feeling.',
    ])
      expect(text).toContain(fact);
  });

  it('says where a second network disagrees, if one was asked', () => {
    expect(textOf(render(makeReport(60, 1)))).not.toContain('second network');
    const model = { role: 'emotion', name: 'the-other', version: '2.0.0', sha256: 'b'.repeat(64) } as const;
    const stretches = Array.from({ length: 30 }, (_, i) => ({
      ...{ face_id: 1, start_s: 2 * i, end_s: 2 * i + 0.2 + i / 100 },
      ...{ emotion: 'sad' as const, compared_emotion: 'neutral' as const },
    }));
    const numbers = {
      observations: 280,
      uncertain: 20,
      agreement: 0.8125,
      kappa: 0.61,
      disagreements_total: 31,
    };
    const page = render(makeReport(60, 1, { comparison: { model, ...numbers, disagreements: stretches } }));
    expectWellFormed(page);
    const text = textOf(page);
    for (const fact of [
      'the-other 2.0.0 names the same expression in 81 % of 280 observations (Cohen’s kappa 0.61)',
      'They disagree in 31 stretches. 11 more are not shown',
      '1 0:58.0 0:58.5 0.5 s sad neutral',
    ])
      expect(text).toContain(fact);
  });

  it('needs nothing else: no script, no address, no file', () => {
    const page = render(makeReport(60, 3));
    expectWellFormed(page);
    expect(page).not.toMatch(
      /<(script|link|img|iframe|object|embed|base)\b|\son\w+=|https?:|url\(|@import|src=|href=/i,
    );
    expect(page).not.toMatch(/\sstyle=/); // the policy allows the one sheet alone
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(PAGE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /);
  });

  it('shows text of clients as text', () => {
    const evil = `"><script>alert('x')</script>&amp;<!--\0`;
    const report = makeReport(5, 1, {
      analysis_id: evil,
      warnings: [{ code: 'gaps', message: evil }],
      models: [{ role: 'emotion', name: evil, version: evil, sha256: evil }],
      engine: { version: evil, execution_provider: evil },
    });
    const page = render({ ...report, video: { ...report.video, codec: evil } }, evil);
    expectWellFormed(page);
    expect(page).not.toMatch(/<script|<!--|\0/);
    expect(
      page.split('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;&lt;!--\u{FFFD}').length,
    ).toBeGreaterThan(5);
  });

  it('is complete without a face', () => {
    const page = render(
      makeReport(20, 0, { warnings: [{ code: 'no_face', message: 'No face was found.' }] }),
    );
    expectWellFormed(page);
    expect(textOf(page)).toContain('Most frequent expression – nobody was seen');
    expect(textOf(page)).toContain('No face was found. no_face');
    expect(page).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('shows gaps and warnings', () => {
    const report = makeReport(60, 1);
    const sampling = {
      ...report.sampling,
      gaps: [{ start_s: 10, end_s: 25, reason: 'undecodable' as const }],
    };
    const page = render({ ...report, sampling });
    expect(textOf(page)).toContain('undecodable 0:10.0 0:25.0');
    expect(page).toMatch(/<path class="gap" d="M[\d.]+ 0h[\d.]+/);
  });

  it.each([0, 1, 3])('is made of a timeline of %i seconds', (seconds) => {
    const page = render(makeReport(seconds, 1));
    expectWellFormed(page);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('stays small for six hours with many people, and says what it leaves out', () => {
    const page = render(makeReport(6 * 3600, 150));
    expectWellFormed(page);
    expect(page.length).toBeLessThan(1_500_000);
    expect(textOf(page)).toContain('126 more are not shown');
    expect(textOf(page)).toContain('50 more are not shown');
    expect(textOf(page)).toContain('5:00:00');
  });
});

describe('what the page is made of', () => {
  it('escapes by itself', () => {
    expect(html`<b title="${'"'}">${'<&>'}${1}${null}${[html`<i>${"'"}</i>`]}</b>`.text).toBe(
      '<b title="&quot;">&lt;&amp;&gt;1<i>&#39;</i></b>',
    );
  });

  it('writes numbers for people', () => {
    expect([formatClock(59.9), formatClock(61), formatClock(3723)]).toEqual(['0:59', '1:01', '1:02:03']);
    expect([formatMoment(59.96), formatMoment(1.25)]).toEqual(['1:00.0', '0:01.3']);
    expect([formatPercent(null), formatPercent(0), formatPercent(0.4), formatPercent(41.5)]).toEqual([
      '–',
      '0 %',
      '< 1 %',
      '42 %',
    ]);
    expect([formatCount(999), formatCount(1_234_567)]).toEqual(['999', '1\u202f234\u202f567']);
  });

  it('marks times that people are used to, at most ten or so', () => {
    expect(new TimeScale(0, 20).ticks()).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
    expect(new TimeScale(61, 119).ticks()).toEqual([70, 80, 90, 100, 110]);
    for (const endS of [0.4, 7, 95, 1000, 5000, 21_600, 500_000])
      expect(new TimeScale(0, endS).ticks().length).toBeLessThanOrEqual(11);
  });

  it('shows in each slot what covers most of it, and how much', () => {
    const scale = new TimeScale(0, 6 * 3600); // a slot is half a minute
    const every = (from: number, length: number) =>
      Array.from({ length: 6 * 360 }, (_, i) => ({ start_s: i * 10 + from, end_s: i * 10 + from + length }));
    const [mostly, rarely] = [coverSlots(every(0, 7), scale), coverSlots(every(7, 2), scale)];
    expect(mostly).toHaveLength(scale.slots);
    mostly.forEach((cover, slot) => expect(cover).toBeGreaterThan(rarely[slot] + 0.2));
    const mean = (cover: Float64Array) => cover.reduce((sum, share) => sum + share) / scale.slots;
    expect([mean(mostly), mean(rarely)].map((share) => Math.round(share * 100))).toEqual([70, 20]);
    expect(joinSlots(['a', 'a', null, 'a', 'b'])).toEqual([
      { from: 0, to: 2, value: 'a' },
      { from: 3, to: 4, value: 'a' },
      { from: 4, to: 5, value: 'b' },
    ]);
  });

  it('draws as one what cannot be told apart', () => {
    const spans = Array.from({ length: 100_000 }, (_, i) => ({ start_s: i, end_s: i + 0.5 }));
    const boxes = new TimeScale(0, 100_000).boxes(spans, 0, 1);
    expect(boxes.split('M').length - 1).toBe(1);
    expect(new TimeScale(0, 10).boxes([{ start_s: 1, end_s: 2 }, { start_s: 5, end_s: 6 }], 0, 1).split('M')).toHaveLength(3); // prettier-ignore
  });
});
