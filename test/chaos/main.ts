// `npm run chaos`: breaks a real installation in every way that it has to survive, and tells what became of the work.
import { join, resolve } from 'node:path';

import { readArguments, USAGE } from './arguments.js';
import { type ChaosStack } from './chaos-stack.js';
import { formatMarkdown, formatTable } from './results/format-table.js';
import { writeBetweenMarks } from './results/write-results.js';
import { removeFolder } from './run-on-fresh-stack.js';
import { runRequest } from './run-request.js';

const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

let current: Promise<ChaosStack> | null = null;

/** Leaves no process behind. What it was doing has no result. A terminal's Ctrl-C comes more than once. */
async function interrupt(signal: string): Promise<void> {
  say(`Interrupted (${signal}).`);
  await current?.then(
    (stack) => stack.stop().then(() => removeFolder(stack.folder)),
    () => undefined, // it was not going to start anyway
  );
  process.exit(130);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void interrupt(signal));
// Set by a test that starts this program, as for all our processes: the end of standard input means that it is gone.
if (process.env.EYELINE_LIFELINE === 'stdin')
  process.stdin.resume().once('end', () => void interrupt('the end of standard input'));

try {
  const request = readArguments(process.argv.slice(2));
  if (request === null) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const results = await runRequest(root, request, {
    onLine: say,
    onStack: (starting) => {
      current = starting;
    },
  });
  process.stdout.write(
    request.asJson ? `${JSON.stringify(results)}\n` : `${formatTable(results.scenarios)}\n`,
  );
  if (request.write) writeBetweenMarks(join(root, 'docs/operations.md'), formatMarkdown(results));
  process.exit(results.scenarios.some(({ violations }) => violations.length > 0) ? 1 : 0);
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}
