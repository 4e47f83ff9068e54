import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';

import { type FrameRow } from './frame-table.js';

/**
 * Rows of one group, which are held at once. While a group is encoded the process does nothing else (about 0.05 s, 0.2 s
 * with landmarks); and what the file says of each group in the end is held until then, so many small ones cost more.
 */
const ROWS_PER_GROUP = 4_096;

/** What is no plain number, by column. Numbers are doubles: exactly those of the JSON and CSV forms. */
const TYPES: Readonly<Record<string, 'INT32' | 'BOOLEAN' | 'STRING'>> = {
  face_id: 'INT32',
  dominant_emotion: 'STRING',
  uncertain: 'BOOLEAN',
  eyes_open: 'BOOLEAN',
  eye_contact: 'BOOLEAN',
  eye_contact_unknown: 'BOOLEAN',
};

const ELEMENTS = {
  INT32: { type: 'INT32' },
  BOOLEAN: { type: 'BOOLEAN' },
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  DOUBLE: { type: 'DOUBLE' },
} as const;

const typeOf = (column: string): keyof typeof ELEMENTS => TYPES[column] ?? 'DOUBLE';

/**
 * A Parquet file, row group by row group, as its rows come: no more than one group is held.
 *
 * @param columns names in order; every row has a value for each
 * @param about kept in the file as key-value metadata
 */
export async function* writeParquet(
  rows: AsyncIterable<FrameRow>,
  columns: readonly string[],
  about: Readonly<Record<string, string>> = {},
): AsyncGenerator<Buffer> {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
  const take = (): Buffer => {
    const taken = Buffer.from(bytes.getBytes()); // a copy: the writer goes on in the same memory
    bytes.index = 0;
    return taken;
  };
  let group: FrameRow[] = [];
  const writeGroup = async (): Promise<Buffer> => {
    await file.write({ columnData: toColumns(group, columns), rowGroupSize: ROWS_PER_GROUP });
    group = [];
    return take();
  };
  for await (const row of rows) if (group.push(row) === ROWS_PER_GROUP) yield await writeGroup();
  if (group.length > 0) yield await writeGroup();
  await file.finish();
  yield take();
}

function schemaOf(columns: readonly string[]): SchemaElement[] {
  return [
    { name: 'frames', num_children: columns.length },
    ...columns.map((name) => ({ name, ...ELEMENTS[typeOf(name)], repetition_type: 'REQUIRED' as const })),
  ];
}

function toColumns(rows: readonly FrameRow[], columns: readonly string[]): ColumnSource[] {
  return columns.map((name) => ({
    name,
    data: toColumn(rows, name),
    // Nobody looks for rows by where a point of the face lies.
    statistics: !name.startsWith('landmark_'),
    offsetIndex: false, // a group is one page
  }));
}

function toColumn(rows: readonly FrameRow[], name: string): ColumnSource['data'] {
  switch (typeOf(name)) {
    case 'INT32':
      return Int32Array.from(rows, (row) => row[name] as number);
    case 'DOUBLE':
      return Float64Array.from(rows, (row) => row[name] as number);
    default:
      return rows.map((row) => row[name]);
  }
}
