import { AppError } from '@eyeline/contracts';
import { type ModelTime } from '@eyeline/vision';

import { markdownTable } from '../../bench/markdown-table.js';
import { describeCommit } from '../../commands/describe-commit.js';
import { describeMachine } from '../../commands/describe-machine.js';
import { say } from '../../commands/run-command.js';
import { DOCUMENT, writeIntoDocument } from '../../evaluation/render/write-document.js';
import { type CommandAnswer } from '../command-answer.js';
import { type LibraryEntry, type ModelLibrary } from '../model-library.js';
import { timeApart } from '../run-apart.js';

/** Its place in docs/models.md. */
const NAME = 'times';

interface Timed extends ModelTime {
  readonly name: string;
  readonly version: string;
}

/**
 * How long networks take for a picture, on this machine: those that are named, or all. Those that cannot be used make it fail,
 * after the others were timed.
 *
 * @throws {UsageError} when nothing has a name
 */
export async function timeAll(
  { names, writeDocs }: { readonly names: readonly string[]; readonly writeDocs: boolean },
  library: ModelLibrary,
  signal: AbortSignal,
): Promise<CommandAnswer> {
  const timed: Timed[] = [];
  const faults: string[] = [];
  for (const entry of await library.findAll(names)) {
    try {
      timed.push(...(await timeOne(entry, signal)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      faults.push(`${entry.name}: ${error.detail}`);
    }
  }
  const { model: processor } = describeMachine();
  const table = markdownTable([['network', 'picture', 'median, ms', 'least, ms'], ...timed.map(describe)], 2);
  if (writeDocs && faults.length === 0) {
    await writeIntoDocument(process.cwd(), NAME, `${describeRun(processor)}\n\n${table}`);
    say(`written: ${DOCUMENT}`);
  }
  return {
    json: {
      processor,
      networks: timed.map(({ name, version, width, height, medianMs, leastMs }) => ({
        ...{ name, version, width, height, median_ms: medianMs, least_ms: leastMs },
      })),
    },
    text: timed.length === 0 ? '' : `${processor}, one thread, one picture at a time.\n\n${table}\n`,
    ...(faults.length > 0 && { failure: new AppError('internal', { detail: faults.join('\n') }) }),
  };
}

async function timeOne({ name, model, fault }: LibraryEntry, signal: AbortSignal): Promise<Timed[]> {
  if (fault !== null) throw fault;
  const times = await timeApart(model, signal);
  return times.map((time) => ({ name, version: model.manifest.version, ...time }));
}

const describe = ({ name, version, width, height, medianMs, leastMs }: Timed): string[] => [
  `${name} ${version}`,
  width === null ? 'landmarks' : `${width} x ${height}`,
  ...[medianMs, leastMs].map((ms) => (ms >= 10 ? ms.toFixed(1) : ms.toPrecision(2))),
];

const describeRun = (processor: string): string =>
  `Made by \`npm run models -- time\` at commit ${describeCommit()}, ${new Date().toISOString().slice(0, 10)}, on one thread of ` +
  `${processor}, one picture at a time.`;
