/**
 * A Markdown table, padded so that it reads as well in a terminal.
 *
 * @param rows the heads first
 * @param texts how many columns are text, from the left; the others are numbers
 */
export function markdownTable(rows: readonly (readonly string[])[], texts = 1): string {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i < texts ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(rows[0]), line(rule), ...rows.slice(1).map(line)].join('\n');
}
