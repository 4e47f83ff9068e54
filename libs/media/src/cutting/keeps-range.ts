import { pipeline } from 'node:stream/promises';

import { readLines, startProgram } from '../ffmpeg/child-process.js';
import { PIECE_CONTAINER } from '../ffmpeg/input-options.js';
import { type ProbedVideo } from '../probe/probed-video.js';
import { openPiece } from './open-piece.js';

/**
 * Whether pieces of a video of full range say so as well. NUT has no place for the range: it is kept where the bitstream
 * states it, and lost where the container alone does. The first two seconds are cut to find out.
 *
 * @throws the signal's reason
 */
export async function keepsRange(
  path: string,
  { streamIndex, startS }: Pick<ProbedVideo, 'streamIndex' | 'startS'>,
  signal: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  const { bytes, ended } = openPiece(path, {
    streamIndex,
    containerStartS: startS,
    startS: 0,
    endS: 0,
    signal,
  });
  const input = ['-protocol_whitelist', 'pipe', '-format_whitelist', PIECE_CONTAINER, '-i', 'pipe:0'];
  const args = ['-v', 'error', '-of', 'csv=p=0', '-show_entries', 'stream=color_range', ...input];
  const probe = startProgram('ffprobe', args, { stdio: ['pipe', 'pipe', 'pipe'], signal });
  const printed: string[] = [];
  readLines(probe.child.stdout!, (line) => printed.push(line.trim()));
  // ffprobe may have seen enough before the end; then the rest has no reader.
  await pipeline(bytes, probe.child.stdin!).catch(() => undefined);
  await probe.ended;
  signal.throwIfAborted();
  await ended.catch(() => undefined);
  return printed[0] === 'pc';
}
