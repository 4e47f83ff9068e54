import { mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as tus from 'tus-js-client';

import { type AnalyzeOptions } from '../../analyze.js';
import { EyelineError } from '../../eyeline-error.js';
import { type Analysis } from '../../types.js';
import { addressOf } from '../../uploads/video.js';
import { textOf } from '../read-arguments.js';
import { type ProgressBars } from '../progress-bars.js';
import { type CommandContext } from '../terminal.js';
import { UsageError } from '../usage.js';

/** Part of tus-js-client for Node that its types do not know. */
const { FileUrlStorage } = tus as unknown as { FileUrlStorage: new (path: string) => tus.UrlStorage };

/** One video of the command line, and what has become of it. */
export interface Sent {
  /** As on the command line. */
  readonly video: string;
  /** Short, and another than that of every other video. */
  readonly name: string;
  analysis: Analysis | null;
  error: EyelineError | null;
}

/** @throws UsageError when one of them is no file */
export async function checkVideos(videos: readonly string[]): Promise<Sent[]> {
  if (videos.length === 0) throw new UsageError('Which video? eyeline analyze VIDEO...');
  const names = new Set<string>();
  const sent: Sent[] = [];
  for (const video of videos) {
    if (addressOf(video) === null && !(await isFile(video)))
      throw new UsageError(`There is no file ${video}.`);
    const plain = basename(addressOf(video) === null ? video : new URL(video).pathname) || 'video';
    let name = plain;
    for (let n = 2; names.has(name); n++) name = `${plain} (${n})`;
    names.add(name);
    sent.push({ video, name, analysis: null, error: null });
  }
  return sent;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** What the command line says of how to look at the videos. @throws UsageError */
export function readAnalyzeOptions({ args }: CommandContext): AnalyzeOptions {
  const options: Record<string, unknown> = {};
  for (const pair of (args.flags.option as readonly string[] | undefined) ?? []) {
    const [, name, value] = /^([a-z_]+)=(.+)$/s.exec(pair) ?? [];
    if (name === undefined) throw new UsageError(`--option takes NAME=VALUE, and not ${pair}.`);
    options[name] = readJson(value) ?? value;
  }
  const given = textOf(args, 'metadata');
  const metadata = given === undefined ? undefined : readJson(given);
  if (given !== undefined && (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata))) {
    throw new UsageError('--metadata takes a JSON object, such as {"room":"A"}.');
  }
  return {
    options: options,
    tag: textOf(args, 'tag'),
    metadata: metadata as Record<string, unknown> | undefined,
    webhookUrl: textOf(args, 'webhook-url'),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Sends one video and starts its analysis; a refusal is noted, and the others go on. */
export async function sendVideo(
  { client, signal, stateFolder }: CommandContext,
  one: Sent,
  options: AnalyzeOptions,
  bars: ProgressBars,
): Promise<void> {
  mkdirSync(stateFolder, { recursive: true });
  try {
    one.analysis = await client.analyze(one.video, {
      ...options,
      signal,
      unfinished: new FileUrlStorage(join(stateFolder, 'uploads.json')),
      onProgress: ({ sentBytes, totalBytes }) =>
        bars.show(one.name, 'sending', totalBytes === null ? null : sentBytes / totalBytes),
    });
  } catch (error) {
    if (!(error instanceof EyelineError)) throw error;
    one.error = error;
  }
}
