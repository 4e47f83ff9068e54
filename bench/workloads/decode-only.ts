import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** ffmpeg decodes every frame of the first video stream and throws it away: the floor under everything. */
export async function decodeOnly(clip: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ffmpeg', [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-i', clip, '-map', '0:v:0'],
    ...['-fps_mode', 'passthrough', '-progress', 'pipe:1', '-f', 'null', '-'],
  ]);
  return Number([...stdout.matchAll(/^frame=(\d+)$/gm)].at(-1)?.[1] ?? 0);
}
