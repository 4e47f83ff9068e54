import { type ChaosResults, type ScenarioResult } from './results.js';

const NAMES = { redis: 'Redis', postgres: 'PostgreSQL', s3: 'S3', folder: 'folder' } as const;

interface Column {
  readonly head: string;
  readonly isNumber: boolean;
  readonly cell: (result: ScenarioResult) => string;
}

const text = (head: string, cell: Column['cell']): Column => ({ head, isNumber: false, cell });
const number = (head: string, cell: (result: ScenarioResult) => number): Column => ({
  head,
  isNumber: true,
  cell: (result) => String(cell(result)),
});

const COLUMNS: readonly Column[] = [
  text('fault', ({ fault }) => fault),
  text('queue', ({ stack }) => NAMES[stack.queue]),
  text('storage', ({ stack }) => NAMES[stack.storage]),
  number('analyses', ({ counts }) => counts.submitted),
  number('in flight', ({ inFlight }) => inFlight.before),
  text('completed / failed / canceled / deleted', ({ counts }) =>
    [counts.completed, counts.failed, counts.canceled, counts.deleted].join(' / '),
  ),
  number('webhooks', ({ counts }) => counts.webhooks),
  number('lost', ({ lost }) => lost.length),
  number('doubled', ({ doubled }) => doubled.length),
  number('wrong', ({ wrong }) => wrong.length),
  number('left behind', ({ leftBehind }) => leftBehind.length),
  number('ended after s', ({ endedAfterS }) => Math.round(endedAfterS)),
  number('recovery s', ({ recoveryS }) => Math.round(recoveryS)),
];

/** Markdown, padded as Prettier pads it, so that it reads as well in a terminal. */
export function formatTable(results: readonly ScenarioResult[]): string {
  const rows = [
    COLUMNS.map(({ head }) => head),
    ...results.map((one) => COLUMNS.map(({ cell }) => cell(one))),
  ];
  const widths = COLUMNS.map((_, place) => Math.max(...rows.map((row) => row[place].length)));
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const rule = COLUMNS.map(({ isNumber }, place) =>
    isNumber ? `${'-'.repeat(widths[place] - 1)}:` : '-'.repeat(widths[place]),
  );
  const [head, ...body] = rows.map((row) =>
    line(
      row.map((cell, place) =>
        COLUMNS[place].isNumber ? cell.padStart(widths[place]) : cell.padEnd(widths[place]),
      ),
    ),
  );
  return [head, line(rule), ...body].join('\n');
}

/** How a run came about, and what came of it. */
export function formatMarkdown(results: ChaosResults): string {
  const pace = Object.entries(results.secondsPerAnalysis)
    .map(([stack, seconds]) => `${seconds.toFixed(2)} s (${stack})`)
    .join(', ');
  return [
    `${results.date}, commit ${results.commit}, ${results.cores} cores, ${results.workers} worker processes with one ` +
      `lane each. Undisturbed, an analysis of this crowd takes them ${pace}; \`recovery s\` is what remains of ` +
      '`ended after s` without that time for the analyses that were still open.',
    '',
    formatTable(results.scenarios),
  ].join('\n');
}
