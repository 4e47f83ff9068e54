import { markdownTable } from '../../bench/markdown-table.js';
import { type Table, type Unit } from '../measures/table.js';
import { decimals, percent } from './numbers.js';

const FORMATS: Readonly<Record<Unit, (value: number) => string>> = {
  count: String,
  percent,
  degrees: (value) => value.toFixed(1),
  'signed degrees': (value) => `${value > 0 ? '+' : ''}${value.toFixed(1)}`.replace('-', '−'),
  pixels: (value) => value.toFixed(1),
  ratio: decimals,
  rate: (value) => value.toFixed(1),
};

export function formatTable({ rows, columns, body }: Table): string {
  const lines = body.map(({ label, values }) => [
    label,
    ...values.map((value, i) => (value === null ? '-' : FORMATS[columns[i].unit](value))),
  ]);
  return markdownTable([[rows, ...columns.map(({ head }) => head)], ...lines]);
}
