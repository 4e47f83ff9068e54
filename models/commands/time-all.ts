import { cpus } from 'node:os';

import { type ModelTime } from '@eyeline/vision';

import { markdownTable } from '../../bench/markdown-table.js';
import { describeCommit } from '../../commands/describe-commit.js';
import { say } from '../../commands/run-command.js';
import { DOCUMENT, writeIntoDocument } from '../../evaluation/render/write-document.js';
import { type CommandAnswer } from '../command-answer.js';
import { type ModelLibrary } from '../model-library.js';
import { timeApart } from '../run-apart.js';

/** Its place in docs/models.md. */
const NAME = 'times';

interface Timed extends ModelTime {
  readonly name: string;
  readonly version: string;
}

/**
 * How long networks take for a picture, on this machine: those that are named, or all.
 *
 * @throws {UsageError} when nothing has a name
 * @throws {AppError} internal when one is not what its manifest says
 */
export async function timeAll(
  { names, writeDocs }: { readonly names: readonly string[]; readonly writeDocs: boolean },
  library: ModelLibrary,
  signal: AbortSignal,
): Promise<CommandAnswer> {
  const entries =
    names.length === 0 ? await library.list() : await Promise.all(names.map((name) => library.find(name)));
  const timed: Timed[] = [];
  for (const { name, model, fault } of entries) {
    if (fault !== null) throw fault;
    for (const time of await timeApart(model, signal)) {
      timed.push({ name, version: model.manifest.version, ...time });
    }
  }
  const processor = cpus()[0].model.trim();
  const table = markdownTable([['network', 'picture', 'median, ms', 'least, ms'], ...timed.map(describe)], 2);
  if (writeDocs) {
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
    text: `${processor}, one thread, one picture at a time.\n\n${table}\n`,
  };
}

const describe = ({ name, version, width, height, medianMs, leastMs }: Timed): string[] => [
  `${name} ${version}`,
  width === null ? 'landmarks' : `${width} x ${height}`,
  ...[medianMs, leastMs].map((ms) => (ms >= 10 ? ms.toFixed(1) : ms.toPrecision(2))),
];

const describeRun = (processor: string): string =>
  `Made by \`npm run models -- time\` at commit ${describeCommit()}, ${new Date().toISOString().slice(0, 10)}, on one thread of ` +
  `${processor}, one picture at a time.`;
