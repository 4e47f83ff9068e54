import { type ApiKeyRow } from '@eyeline/database';

/** A key as the command's JSON shows it. */
export function presentKey(row: ApiKeyRow) {
  return {
    id: row.id,
    project_id: row.projectId,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    created_at: row.createdAt.toISOString(),
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    revoked_at: row.revokedAt?.toISOString() ?? null,
  };
}

/** `2026-11-20 08:15Z`. */
const minute = (date: Date | null): string =>
  date === null ? '-' : `${date.toISOString().slice(0, 16).replace('T', ' ')}Z`;

/** Keys as a table for people, a line each. */
export function renderKeys(rows: readonly ApiKeyRow[]): string {
  const head = ['PREFIX', 'ID', 'NAME', 'PROJECT', 'SCOPES', 'MADE', 'LAST USED', 'REVOKED'];
  const lines = rows.map((row) => [
    row.prefix,
    row.id,
    row.name,
    row.projectId,
    row.scopes.join(','),
    minute(row.createdAt),
    minute(row.lastUsedAt),
    minute(row.revokedAt),
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i].length)));
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
