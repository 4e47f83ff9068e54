import { countReading, createTally } from '../measures/emotion-tally.js';
import { measureEmotions } from '../measures/measure-emotions.js';
import { type Table } from '../measures/table.js';
import { drawLines } from './draw-lines.js';
import { drawReliability } from './draw-reliability.js';
import { formatTable } from './format-table.js';
import { markdownTable } from '../../bench/markdown-table.js';
import { percent } from './numbers.js';
import { placeBetweenMarks } from './write-document.js';

describe('markdownTable', () => {
  it('pads columns, as prettier does', () => {
    const rows = [
      ['what', 'n'],
      ['a', '1000'],
    ];
    expect(markdownTable(rows)).toBe('| what |    n |\n| ---- | ---: |\n| a    | 1000 |');
    expect([percent(0.6776), percent(null), percent(1)]).toEqual(['67.8 %', '-', '100.0 %']);
  });
});

describe('placeBetweenMarks', () => {
  const document = '# A\n\n<!-- measured x -->\n\nold\n\n<!-- end x -->\n\nrest\n';

  it('replaces a block, and leaves the rest', () => {
    const next = placeBetweenMarks(document, 'x', 'new\n');
    expect(next).toBe('# A\n\n<!-- measured x -->\n\nnew\n\n<!-- end x -->\n\nrest\n');
    expect(placeBetweenMarks(next, 'x', 'new')).toBe(next);
  });

  it('puts a first block at the end', () => {
    expect(placeBetweenMarks('# A\n', 'y', 'b')).toBe('# A\n\n<!-- measured y -->\n\nb\n\n<!-- end y -->\n');
  });

  it('refuses half a pair of marks', () => {
    expect(() => placeBetweenMarks('<!-- measured x -->', 'x', 'b')).toThrow('<!-- end x -->');
    expect(() => placeBetweenMarks('<!-- end x -->', 'x', 'b')).toThrow('<!-- measured x -->');
  });
});

describe('drawReliability', () => {
  it('draws a bar of the height of the accuracy, where there are readings', () => {
    const tally = createTally();
    const sure = [0.75, 0.25, 0, 0, 0, 0, 0];
    countReading(tally, 'angry', { emotions: sure });
    countReading(tally, 'disgust', { emotions: sure });
    const svg = drawReliability('a < b & c', measureEmotions(tally));
    // 320 pixels are 1
    expect(svg.match(/class="right"[^>]*height="([\d.]+)"/)?.[1]).toBe('160');
    expect(svg.match(/class="right"/g)).toHaveLength(1);
    expect(svg).toContain('<title>a &lt; b &amp; c: 2 readings, ECE 0.250</title>');
  });
});

describe('tables and lines over bands', () => {
  const table: Table = {
    ...{ name: 'size', title: 'by size', rows: 'width' },
    columns: [
      { head: 'n', unit: 'count' },
      { head: 'right', unit: 'percent' },
      { head: 'bias', unit: 'signed degrees' },
    ],
    body: [
      { label: 'small', values: [3, null, -1.25] },
      { label: '<large>', values: [4, 1, 2] },
      { label: 'all', values: [7, 0.5, 0.3] },
    ],
  };

  it('writes each number in its unit', () => {
    expect(formatTable(table).split('\n')).toEqual([
      '| width   |   n |   right | bias |',
      '| ------- | --: | ------: | ---: |',
      '| small   |   3 |       - | −1.3 |',
      '| <large> |   4 | 100.0 % | +2.0 |',
      '| all     |   7 |  50.0 % | +0.3 |',
    ]);
  });

  it('draws a place for each number but those of all', () => {
    const svg = drawLines({ name: 'p', title: 'a & b', table: 'size', heads: ['right', 'bias'] }, table);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    // a share of 1 is as high as it goes
    expect(svg).toContain('cy="52"');
    expect(svg).toContain('&lt;large&gt;');
    expect(svg).toContain('<title>a &amp; b</title>');
  });

  it('draws numbers below 0 below the axis', () => {
    const svg = drawLines({ name: 'p', title: 't', table: 'size', heads: ['bias'] }, table);
    const [low, high] = [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    const axis = Number(/class="axis"[^>]*y1="([\d.]+)"/.exec(svg)![1]);
    expect(low).toBeGreaterThan(axis);
    expect(high).toBeLessThan(axis);
  });

  it('refuses a column that is not there', () => {
    expect(() => drawLines({ name: 'p', title: 't', table: 'size', heads: ['n', 'x'] }, table)).toThrow(
      '"x"',
    );
  });
});
