import { AppError } from '@eyeline/contracts';

import { startProgram } from '../ffmpeg/child-process.js';
import { INPUT_OPTIONS, inputAddress } from '../ffmpeg/input-options.js';

/** Reading the head of a file takes milliseconds; on a disk that hangs, this long. */
const TIME_LIMIT_MS = 60_000;

/** More than this is a file that floods us with streams. */
const MAX_PRINTED = 4 << 20;

/**
 * What ffprobe prints as JSON of the named entries of a file's head.
 *
 * @throws {AppError} timed_out; the signal's reason
 * @returns `output` null when the file cannot be opened: `messages` then tell why
 */
export async function runFfprobe(
  path: string,
  entries: string,
  signal?: AbortSignal,
): Promise<{ output: unknown; messages: readonly string[] }> {
  const args = ['-v', 'error', '-of', 'json', '-show_entries', entries, ...INPUT_OPTIONS, inputAddress(path)];
  const probe = startProgram('ffprobe', args, { signal });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    probe.kill();
  }, TIME_LIMIT_MS);
  let printed = '';
  probe.child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.length > MAX_PRINTED) probe.kill();
  });
  const exitCode = await probe.ended.finally(() => clearTimeout(timer));
  signal?.throwIfAborted();
  if (timedOut) throw new AppError('timed_out', { detail: 'Looking at the file took too long.' });
  return { output: exitCode === 0 ? JSON.parse(printed) : null, messages: probe.messages };
}
