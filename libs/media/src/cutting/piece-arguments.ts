import createCommand from 'fluent-ffmpeg';

import { readLines } from '../ffmpeg/child-process.js';
import { countFrom, INPUT_OPTIONS, inputAddress, PIECE_CONTAINER } from '../ffmpeg/input-options.js';
import { type Stretch } from './choose-segments.js';

/** The pipe on which ffmpeg tells where a piece begins. */
export const FIRST_PACKET_PIPE = 3;

/**
 * How far behind the end a piece goes, by the clock of decoding: frames are decoded before they are shown, so that all
 * of the stretch are in by its end; the rest is for containers whose clock of decoding is a guess.
 */
const RUN_OUT_S = 2;

/**
 * Arguments of ffmpeg: a copy of the packets of one stream from the key frame before `seekS` on, with timestamps from
 * the start of the video, on standard output; and a line about the first of them on a pipe.
 */
export function writePieceArguments(
  path: string,
  { streamIndex, endS }: Stretch & { readonly streamIndex: number },
  start: { readonly seekS: number; readonly containerStartS: number },
): string[] {
  const copy = [
    ...['-map', `0:${streamIndex}`, '-c', 'copy'],
    // Times of decoding lie before the start of the video where B frames do; none is moved for that.
    ...['-avoid_negative_ts', 'disabled'],
  ];
  const end = Number.isFinite(endS) ? ['-to', (endS + RUN_OUT_S).toFixed(6)] : [];
  const command = createCommand(inputAddress(path))
    .inputOptions([
      ...['-v', 'error', '-nostdin', '-nostats'],
      ...countFrom(start.containerStartS),
      ...INPUT_OPTIONS,
      ...(start.seekS > 0 ? ['-ss', start.seekS.toFixed(6)] : []),
    ])
    // First, because a packet that is larger than a pipe stays in it until somebody reads.
    .output(`pipe:${FIRST_PACKET_PIPE}`)
    .outputOptions([...copy, '-frames:v', '1', '-flush_packets', '1'])
    .format('framecrc')
    .output('pipe:1')
    .outputOptions([...copy, ...end])
    .format(PIECE_CONTAINER);
  return command._getArguments();
}

/**
 * When the first packet is shown, in seconds, as the framecrc format tells it: "#tb 0: 1/15360", and after that
 * "0, 136704, 138240, 512, 5295, 0x51c24dc9" (stream, decoding time, time, duration, size, checksum). Null without one.
 */
export function readFirstPacket(lines: NodeJS.ReadableStream): Promise<number | null> {
  return new Promise((done) => {
    let tickS = NaN;
    readLines(lines, (line) => {
      const [, numerator, denominator] = /^#tb 0: (\d+)\/(\d+)/.exec(line) ?? [];
      if (numerator !== undefined) tickS = Number(numerator) / Number(denominator);
      else if (!line.startsWith('#')) done(Number(line.split(',')[2]) * tickS);
    });
    lines.on('close', () => done(null));
  });
}
