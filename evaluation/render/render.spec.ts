import { countReading, createTally } from '../measures/emotion-tally.js';
import { measureEmotions } from '../measures/measure-emotions.js';
import { drawReliability } from './draw-reliability.js';
import { markdownTable } from '../../bench/markdown-table.js';
import { percent } from './numbers.js';
import { placeBetweenMarks } from './write-results.js';

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
