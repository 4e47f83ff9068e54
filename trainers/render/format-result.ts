import { type Measures } from '../measure.js';
import { type TrainingResult } from '../result.js';

/** For people: figures, confusion, and what comes next. */
export function formatResult(result: TrainingResult): string {
  const { name, out, held_out, pictures, largest_difference } = result;
  const { unreadable, without_face } = pictures;
  const lines = [
    `${name}: ${percent(held_out.accuracy)} of ${held_out.faces} held-out faces read right, macro-F1 ${held_out.macro_f1.toFixed(3)}`,
    `pictures: ${pictures.used} of ${pictures.files} used, ${unreadable.count} unreadable, ${without_face.count} without a face`,
    `the network answers as the trainer does, within ${largest_difference.toExponential(1)}`,
    '',
    ...alignColumns(confusionTable(held_out)),
    '',
    `written: ${out}`,
    `install it: npm run models -- add ${out}`,
    `use it:     npm run models -- use emotion ${name}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Figures of each label, and the confusion, in Markdown. */
export function formatTables({ labels, confusion }: Measures): string {
  const each = labels.map(({ label, support, precision, recall, f1 }) => [
    ...[label, String(support), precision === null ? '-' : percent(precision)],
    ...[percent(recall), f1.toFixed(3)],
  ]);
  return [
    toMarkdown([['label', 'faces', 'precision', 'recall', 'F1'], ...each]),
    toMarkdown(confusionTable({ labels, confusion })),
  ].join('\n');
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Rows are folders, columns what was read. */
function confusionTable({ labels, confusion }: Pick<Measures, 'labels' | 'confusion'>): string[][] {
  const names = labels.map(({ label }) => label);
  return [['folder / read', ...names], ...confusion.map((row, k) => [names[k], ...row.map(String)])];
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const align = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]);
  return rows.map((row) => row.map(align).join('  '));
}

function toMarkdown([head, ...rows]: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  const escape = (cell: string): string => cell.replaceAll('|', '\\|');
  return [head.map(escape), rule, ...rows.map((row) => row.map(escape))]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
}
