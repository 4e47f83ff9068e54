import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Block, parseMarkdown, type Span } from './parse-markdown.js';

const plain = (text: string): Span[] => [{ look: 'plain', text }];

describe('parseMarkdown', () => {
  it('knows headings, paragraphs, lists, tables and code', () => {
    const text = [
      '# A network 1.0',
      '<!-- made by',
      'a command -->',
      'Two lines of',
      'one paragraph.',
      '',
      '- one that',
      '  goes on',
      '- two',
      '',
      '| a | b |',
      '| - | -: |',
      '| x | 1 |',
      '```sh',
      'run it',
      '```',
    ].join('\n');
    expect(parseMarkdown(text)).toEqual<Block[]>([
      { kind: 'heading', spans: plain('A network 1.0') },
      { kind: 'paragraph', spans: plain('Two lines of one paragraph.') },
      { kind: 'list', items: [plain('one that goes on'), plain('two')] },
      { kind: 'table', head: [plain('a'), plain('b')], rows: [[plain('x'), plain('1')]] },
      { kind: 'code', text: 'run it' },
    ]);
  });

  it('keeps strong and code, and of links the text', () => {
    expect(parseMarkdown('**Measured.** In `a*b`, as [there](docs/models.md).')).toEqual<Block[]>([
      {
        kind: 'paragraph',
        spans: [
          { look: 'strong', text: 'Measured.' },
          { look: 'plain', text: ' In ' },
          { look: 'code', text: 'a*b' },
          { look: 'plain', text: ', as there.' },
        ],
      },
    ]);
  });

  const folder = join(import.meta.dirname, '../../../../libs/vision/src/models');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(names.map(({ name }) => name))('leaves nothing of the card of %s unread', (name) => {
    const blocks = parseMarkdown(readFileSync(join(folder, name, 'MODEL_CARD.md'), 'utf8'));
    expect(blocks[0].kind).toBe('heading');
    expect(blocks.length).toBeGreaterThan(4);
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      expect(block.rows.length).toBeGreaterThan(0);
      for (const row of block.rows) expect(row).toHaveLength(block.head.length);
    }
    expect(JSON.stringify(blocks.filter(({ kind }) => kind !== 'code'))).not.toMatch(/\*\*|<!--|\| -/);
  });
});
