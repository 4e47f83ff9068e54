import { type CommandAnswer } from '../command-answer.js';
import { type LibraryEntry, type ModelLibrary } from '../model-library.js';

/** Every network; what cannot be one is named with its fault. */
export async function listAll(library: ModelLibrary): Promise<CommandAnswer> {
  const [entries, used] = [await library.list(), await library.findUsed()];
  const rows = entries.map((entry) => describe(entry, Object.values(used)));
  const missing = Object.entries(used).filter(([, name]) => entries.every((entry) => entry.name !== name));
  const faults = [
    ...entries.flatMap(({ name, fault }) => (fault === null ? [] : [`${name}: ${fault.detail}`])),
    ...missing.map(([role, name]) => `${role}: "${name}" is to be used and is not there`),
  ];
  const lines = rows.map(({ in_use, role, name, version, reads, origin, license }) =>
    [in_use ? '*' : ' ', role ?? '-', name, version ?? '-', reads ?? '-', origin, license ?? '-'].map(String),
  );
  return {
    json: rows,
    text: `${alignColumns([[' ', 'role', 'name', 'version', 'reads', 'origin', 'licence'], ...lines])}${faults
      .map((fault) => `cannot be used: ${fault}\n`)
      .join('')}`,
  };
}

function describe({ name, origin, model, fault }: LibraryEntry, used: readonly string[]) {
  const manifest = model?.manifest;
  const input = manifest?.input;
  return {
    ...{ name, origin, role: manifest?.role ?? null, version: manifest?.version ?? null },
    reads: input === undefined ? null : input.kind === 'landmarks' ? 'landmarks' : input.channels,
    ...{ in_use: manifest !== undefined && used.includes(name), license: manifest?.license ?? null },
    ...{ trained_on: manifest?.trained_on ?? null, sha256: manifest?.sha256 ?? null },
    ...{ labels: manifest?.output.labels ?? null, fault: fault?.detail ?? null },
  };
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
