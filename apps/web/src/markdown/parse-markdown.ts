/** A part of a text: plain, strong, or as it is typed. */
export interface Span {
  readonly look: 'plain' | 'strong' | 'code';
  readonly text: string;
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Span[])[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    };

/**
 * As much of Markdown as model cards are written in: headings, paragraphs, lists, tables, fenced code; within them strong
 * and code. Of links the text is left (they lead into the repository), comments are left out.
 */
export function parseMarkdown(text: string): Block[] {
  const lines = text.replace(/<!--[\s\S]*?-->/g, '').split(/\r?\n/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfBlock(lines, at);
    const block = lines.slice(at, end).filter((line) => line.trim() !== '');
    if (block.length > 0) blocks.push(parseBlock(block));
    at = end;
  }
  return blocks;
}

type Kind = 'blank' | 'fence' | 'heading' | 'list' | 'table' | 'text';

function kindOf(line: string): Kind {
  if (line.trim() === '') return 'blank';
  if (line.startsWith('```')) return 'fence';
  if (/^#{1,6} /.test(line)) return 'heading';
  if (/^[-*] /.test(line)) return 'list';
  return line.startsWith('|') ? 'table' : 'text';
}

/** The first line that is no part of the block that begins at a line. */
function endOfBlock(lines: readonly string[], start: number): number {
  const kind = kindOf(lines[start]);
  let end = start + 1;
  if (kind === 'fence') {
    while (end < lines.length && kindOf(lines[end]) !== 'fence') end += 1;
    return Math.min(lines.length, end + 1);
  }
  if (kind === 'heading') return end;
  // A line that is wrapped goes on with its entry.
  const goesOn = (line: string): boolean => kindOf(line) === kind || (kind === 'list' && /^ +\S/.test(line));
  while (end < lines.length && goesOn(lines[end])) end += 1;
  return end;
}

function parseBlock(lines: readonly string[]): Block {
  switch (kindOf(lines[0])) {
    case 'fence':
      return { kind: 'code', text: lines.filter((line) => kindOf(line) !== 'fence').join('\n') };
    case 'heading':
      return { kind: 'heading', spans: parseSpans(lines[0].replace(/^#+ /, '')) };
    case 'list':
      return { kind: 'list', items: splitItems(lines).map(parseSpans) };
    case 'table': {
      const [head, , ...rows] = lines.map(splitCells);
      return { kind: 'table', head, rows };
    }
    default:
      return { kind: 'paragraph', spans: parseSpans(lines.join(' ')) };
  }
}

function splitItems(lines: readonly string[]): string[] {
  return lines.reduce<string[]>((items, line) => {
    if (kindOf(line) === 'list') return [...items, line.slice(2).trim()];
    return [...items.slice(0, -1), `${items.at(-1) ?? ''} ${line.trim()}`];
  }, []);
}

const splitCells = (line: string): Span[][] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => parseSpans(cell.trim()));

function parseSpans(text: string): Span[] {
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return plain
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part): Span => {
      if (part.startsWith('**') && part.length > 4) return { look: 'strong', text: part.slice(2, -2) };
      if (part.startsWith('`') && part.length > 2) return { look: 'code', text: part.slice(1, -1) };
      return { look: 'plain', text: part };
    });
}
