/** How a number is written. */
export type Unit = 'count' | 'percent' | 'degrees' | 'signed degrees' | 'pixels' | 'ratio' | 'rate';

export interface TableColumn {
  readonly head: string;
  readonly unit: Unit;
}

/** Numbers that belong together: a row for each group of what was measured. Shares are 0-1; null where there is nothing to measure. */
export interface Table {
  readonly name: string;
  readonly title: string;
  /** What the rows are bands of. */
  readonly rows: string;
  readonly columns: readonly TableColumn[];
  readonly body: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

/** Columns of a table as lines over its rows. */
export interface Plot {
  readonly name: string;
  readonly title: string;
  readonly table: string;
  readonly heads: readonly string[];
}

export interface Band<T> {
  readonly label: string;
  readonly holds: (item: T) => boolean;
}

export interface Measure<T> extends TableColumn {
  readonly of: (items: readonly T[]) => number | null;
}

export interface TableForm<T> {
  readonly name: string;
  readonly title: string;
  readonly rows: string;
  /** Which items it is about; all, if it is left out. */
  readonly only?: (item: T) => boolean;
  readonly bands: readonly Band<T>[];
  readonly measures: readonly Measure<T>[];
}

/** Every measure in every band that has something in it, and over all that the table is about. */
export function tabulate<T>(items: readonly T[], form: TableForm<T>): Table {
  const { name, title, rows, only = () => true, bands, measures } = form;
  const members = items.filter(only);
  const groups = bands
    .map(({ label, holds }) => ({ label, members: members.filter(holds) }))
    .filter((group) => group.members.length > 0);
  return {
    ...{ name, title, rows, columns: measures.map(({ head, unit }) => ({ head, unit })) },
    body: [...groups, { label: 'all', members }].map((group) => ({
      label: group.label,
      values: measures.map(({ of }) => of(group.members)),
    })),
  };
}

/** Bands between edges: from each one to below the next, the last one included. */
export function bandsOf<T>(edges: readonly number[], value: (item: T) => number, unit = ''): Band<T>[] {
  const sign = (edge: number): string => `${edge}`.replace('-', '−');
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1];
    const isLast = i === edges.length - 2;
    const range = to === Infinity ? `from ${sign(from)}` : `${sign(from)} to ${sign(to)}`;
    return {
      label: `${range}${unit}`,
      holds: (item) => value(item) >= from && (value(item) < to || (isLast && value(item) === to)),
    };
  });
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of the items that are so, 0-1. */
export const shareOf = <T>(items: readonly T[], isSo: (item: T) => boolean): number | null =>
  items.length === 0 ? null : items.filter(isSo).length / items.length;
