import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Repeats the picture of a clip, without re-encoding, until it lasts so many minutes. */
export async function loopClip(clip: string, target: string, minutes: number): Promise<void> {
  await promisify(execFile)('ffmpeg', [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-stream_loop', '-1', '-i', clip],
    ...['-t', String(minutes * 60), '-map', '0:v:0', '-c', 'copy', target],
  ]);
}
