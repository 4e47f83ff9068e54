import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { EyelineError } from '../../eyeline-error.js';
import { type FrameFormat, type Report } from '../../types.js';
import { createProgressBars, type ProgressBars } from '../progress-bars.js';
import { textOf } from '../read-arguments.js';
import { type Command, type CommandContext, show } from '../terminal.js';
import { UsageError } from '../usage.js';
import { checkVideos, readAnalyzeOptions, type Sent, sendVideo } from './send-videos.js';

const FRAME_FORMATS: readonly FrameFormat[] = ['csv', 'ndjson', 'parquet'];

interface Outcome extends Sent {
  report?: Report;
  files?: string[];
}

export const analyzeCommand: Command = async (context) => {
  const { args, signal, terminal } = context;
  const folder = textOf(args, 'out');
  const frames = args.flags.frames as FrameFormat | undefined;
  if (frames !== undefined && !FRAME_FORMATS.includes(frames)) {
    throw new UsageError(`--frames takes one of ${FRAME_FORMATS.join(', ')}, and not ${frames}.`);
  }
  if (frames !== undefined && folder === undefined) throw new UsageError('--frames needs --out DIR.');
  const options = readAnalyzeOptions(context);
  const all: Outcome[] = await checkVideos(args.words);
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const bars = createProgressBars(terminal);
  const waiting: Promise<void>[] = [];
  try {
    // One upload at a time; meanwhile the analyses of those before go on.
    for (const one of all) {
      await sendVideo(context, one, options, bars);
      if (one.analysis === null) bars.end(one.name);
      else if (folder !== undefined || args.flags.wait === true) {
        const waiter = follow(context, one, folder, bars);
        // What it fails with is looked at below, when all videos are sent.
        waiter.catch(() => undefined);
        waiting.push(waiter);
      } else bars.end(one.name);
      signal.throwIfAborted();
    }
    await Promise.all(waiting);
  } catch (error) {
    await Promise.allSettled(waiting);
    bars.hide();
    if (!signal.aborted) throw error;
    tellWhatGoesOn(context, all);
    return 130;
  }
  bars.hide();
  for (const { name, error } of all) if (error !== null) terminal.tell(`${name}: ${error.message}`);
  show(context, all.map(present), () => all.flatMap(describe));
  return all.every(({ error }) => error === null) ? 0 : 1;
};

/** Waits until it has ended, and fetches what came of it. */
async function follow(
  { client, signal, args }: CommandContext,
  one: Outcome,
  folder: string | undefined,
  bars: ProgressBars,
): Promise<void> {
  const { id } = one.analysis!;
  try {
    one.analysis = await client.waitFor(id, {
      signal,
      onProgress: ({ stage, progress }) => bars.show(one.name, stage, progress),
    });
    const { error, status } = one.analysis;
    if (error !== null) throw EyelineError.fromProblem(error);
    if (status !== 'completed') {
      throw new EyelineError({ code: 'canceled', detail: `The analysis ${id} was ${status}` });
    }
    one.report = await client.report(id);
    if (folder !== undefined) {
      one.files = await save(
        client.framesFile.bind(client),
        one,
        folder,
        args.flags.frames as FrameFormat | undefined,
      );
    }
  } catch (error) {
    if (!(error instanceof EyelineError)) throw error;
    one.error = error;
  } finally {
    bars.end(one.name);
  }
}

/** @returns the paths of what was written */
async function save(
  framesFile: (id: string, format: FrameFormat) => Promise<ReadableStream<Uint8Array>>,
  { name, analysis, report }: Outcome,
  folder: string,
  format: FrameFormat | undefined,
): Promise<string[]> {
  const stem = join(folder, name.replace(/\.[^.]+$/, '') + (/ \(\d+\)$/.exec(name)?.[0] ?? ''));
  const reportPath = `${stem}.report.json`;
  await writeFile(reportPath, `${JSON.stringify(report, null, 2)}\n`);
  if (format === undefined) return [reportPath];
  const framesPath = `${stem}.frames.${format}`;
  const bytes = await framesFile(analysis!.id, format);
  await pipeline(Readable.fromWeb(bytes as never), createWriteStream(framesPath));
  return [reportPath, framesPath];
}

const present = ({ video, analysis, report, files, error }: Outcome): object => ({
  video,
  analysis,
  report: report ?? null,
  files: files ?? [],
  error: error && { code: error.code, detail: error.detail, request_id: error.requestId },
});

function describe({ name, analysis, report, files = [] }: Outcome): string[] {
  if (analysis === null) return [];
  const emotion = report === undefined ? '' : `  ${report.overall_dominant_emotion ?? 'no face seen'}`;
  return [[name, analysis.id, analysis.status + emotion, ...files].join('  ')];
}

/** After Ctrl-C: what the service has, and what it goes on with. */
function tellWhatGoesOn({ terminal }: CommandContext, all: readonly Outcome[]): void {
  for (const { name, analysis } of all) {
    if (analysis === null) {
      terminal.tell(
        `${name}: not started. What was sent of a large file waits for a day: the same command goes on.`,
      );
    } else if (['queued', 'processing'].includes(analysis.status)) {
      terminal.tell(`${name}: ${analysis.id} goes on. To stop it: eyeline cancel ${analysis.id}`);
    } else {
      terminal.tell(`${name}: ${analysis.id} is ${analysis.status}.`);
    }
  }
}
