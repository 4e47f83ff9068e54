import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Of a clip, each second. */
const FRAMES_PER_S = 10;

/** As cameras and browsers send them. */
const HEIGHT = 360;
const JPEG_QUALITY = '4';

export interface LiveClip {
  readonly width: number;
  readonly height: number;
  readonly jpegs: readonly Buffer[];
  /** The same pictures decoded, one after the other, three bytes a pixel: for those that read no JPEG. */
  readonly rgbPath: string;
}

const run = (...args: string[]) =>
  promisify(execFile)('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', ...args]);

/** Pictures of a clip as a camera would send them, for as long as `work` lasts. */
export async function withLiveClip<T>(clip: string, work: (frames: LiveClip) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-live-'));
  try {
    const [mjpegPath, rgbPath] = [join(folder, 'frames.mjpeg'), join(folder, 'frames.rgb')];
    const filter = `fps=${FRAMES_PER_S},scale=-2:${HEIGHT}`;
    await run('-i', clip, '-vf', filter, '-c:v', 'mjpeg', '-q:v', JPEG_QUALITY, '-f', 'mjpeg', mjpegPath);
    await run('-f', 'mjpeg', '-i', mjpegPath, '-f', 'rawvideo', '-pix_fmt', 'rgb24', rgbPath);
    const jpegs = splitJpegs(await readFile(mjpegPath));
    return await work({ ...sizeOf(jpegs[0]), jpegs, rgbPath });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Within a picture no end is followed by a start: ffmpeg puts no preview into it. */
function splitJpegs(stream: Buffer): Buffer[] {
  const border = Buffer.from([0xff, 0xd9, 0xff, 0xd8]);
  const jpegs: Buffer[] = [];
  let start = 0;
  for (let at = stream.indexOf(border); at !== -1; at = stream.indexOf(border, start)) {
    jpegs.push(stream.subarray(start, at + 2));
    start = at + 2;
  }
  return [...jpegs, stream.subarray(start)];
}

/** From the head of its frame (SOF0). */
function sizeOf(jpeg: Buffer): { width: number; height: number } {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  if (at === -1) throw new Error('The picture is no baseline JPEG.');
  return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
}
