import { createStyle } from '../../terminal/style.js';
import { drawTimeline, toColumns } from './emotion-timeline.js';
import { bucket } from './report.factory.js';

const style = createStyle(false);

/** label -> what is drawn behind it */
const rowsOf = (lines: string[]) =>
  Object.fromEntries(lines.map((line) => [line.slice(0, 13).trim(), line.slice(13)]));

describe('drawTimeline', () => {
  const timeline = [
    ...Array.from({ length: 5 }, (_, i) => bucket(i, 'sad', 0)),
    ...Array.from({ length: 2 }, (_, i) => bucket(5 + i, null)),
    ...Array.from({ length: 3 }, (_, i) => bucket(7 + i, 'happy', 100)),
  ];

  it('draws each emotion where it was, a dot where nobody was seen', () => {
    const rows = rowsOf(drawTimeline(timeline, 33, style)); // 20 columns: two a second
    expect(rows.sad).toBe('██████████····');
    expect(rows.happy).toMatch(/^ {10}····█{6}$/);
    expect(rows['eye contact']).toMatch(/^ {10}····█{6}$/);
    expect(rows.angry.trim()).toBe('····');
    expect(rows['']).toMatch(/^0:00 +0:10$/);
  });

  it.each([1, 7, 59, 60, 61, 600, 21_600])('stays within the width for %d seconds', (seconds) => {
    const lines = drawTimeline(
      Array.from({ length: seconds }, (_, i) => bucket(i, 'happy', 50)),
      78,
      style,
    );
    expect(lines).toHaveLength(9);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('draws nothing from nothing', () => expect(drawTimeline([], 80, style)).toEqual([]));
});

describe('toColumns', () => {
  it('takes the mean of the seconds that share a column, leaving out those without a face', () => {
    const [first, second] = toColumns(
      [bucket(0, 'sad', 100), bucket(1, 'sad', 0), bucket(2, 'sad', 30), bucket(3, null)],
      2,
    );
    expect(first.eyeContactScore).toBe(50);
    expect(second.eyeContactScore).toBe(30);
  });
});
