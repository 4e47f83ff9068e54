/** A Markdown table, padded so that it reads as well in a terminal; the first column is text, the others are numbers. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(rows[0]), line(rule), ...rows.slice(1).map(line)].join('\n');
}

/** 0.6776 -> 67.8 %; null -> a dash. */
export const percent = (share: number | null): string =>
  share === null ? '-' : `${(100 * share).toFixed(1)} %`;

export const decimals = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
