import { AppError } from '@eyeline/contracts';

import { readLines, startProgram } from '../ffmpeg/child-process.js';
import { INPUT_OPTIONS, inputAddress } from '../ffmpeg/input-options.js';
import { CutJudge, type PacketFacts } from '../cutting/cut-judge.js';
import { isBefore } from '../sampling/sampling.js';
import { type Clock, readClock } from './read-clock.js';

export interface PacketTimes {
  /** When each frame is shown, ascending, seconds from the start of the video. */
  readonly times: Float64Array;
  /** When the last of them ends; 0 when there is none. */
  readonly endS: number;
  /** Those of them at which decoding can begin. */
  readonly keyFramesS: Float64Array;
  /** Tells, once all packets of a picture were read, whether copies of some of them show what the file shows. */
  readonly judge: CutJudge;
}

/** Decoding order and order of showing differ by less than this. */
const REORDERING_S = 5;

/** A file that gives nothing for so long is given up. */
const NO_PROGRESS_MS = 60_000;

/**
 * When the frames of a file are shown, from its packets alone: nothing is decoded.
 * Eight bytes a frame are kept (sixteen for a key frame): 5 MB for six hours at 30 frames/s.
 *
 * @param options.streamIndex null: all streams, sound too
 * @param options.clock of the file; read from it when left out
 * @param options.untilS frames before this time alone
 * @throws {AppError} corrupt_video when no packet can be read, timed_out
 */
export async function readPacketTimes(
  path: string,
  options: { streamIndex: number | null; clock?: Clock; untilS?: number; signal?: AbortSignal },
): Promise<PacketTimes> {
  const { streamIndex, untilS = Infinity, signal } = options;
  const clock = options.clock ?? (await readClock(path, signal));
  const fields = 'packet=stream_index,pts,dts,duration,size,flags:packet_side_data=side_data_type';
  const probe = startProgram(
    'ffprobe',
    [
      ...['-v', 'error', '-of', 'csv=p=0', '-show_entries', fields],
      ...(streamIndex === null ? [] : ['-select_streams', String(streamIndex)]),
      ...INPUT_OPTIONS,
      inputAddress(path),
    ],
    { signal },
  );
  let stuck = false;
  const patience = setTimeout(() => {
    stuck = true;
    probe.kill();
  }, NO_PROGRESS_MS);
  const list = new TimeList();
  const keys = new TimeList();
  const judge = new CutJudge();
  probe.child.stdout!.on('data', () => patience.refresh());
  readLines(probe.child.stdout!, (line) => {
    const packet = readPacket(line, clock);
    if (packet === null) return;
    judge.take(packet);
    if (packet.timeS > untilS + REORDERING_S) probe.kill();
    if (packet.isHidden || !(packet.timeS >= EARLIEST_S) || !isBefore(packet.timeS, untilS)) return;
    list.add(packet.timeS, packet.durationS);
    if (packet.isKey) keys.add(packet.timeS, 0);
  });
  await probe.ended.finally(() => clearTimeout(patience));
  signal?.throwIfAborted();
  if (stuck) throw new AppError('timed_out', { detail: 'Reading the packets of the video came to a halt.' });
  if (list.isEmpty && probe.messages.length > 0) {
    throw new AppError('corrupt_video', {
      detail: 'No frame can be read.',
      cause: probe.messages.join('\n'),
    });
  }
  return { ...list.finish(), keyFramesS: keys.finish().times, judge };
}

/** What is hidden before the start by less than a rounding of its clock is shown at 0. */
const EARLIEST_S = -0.0005;

class TimeList {
  #times = new Float64Array(1 << 12);
  #count = 0;
  #endS = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(timeS: number, durationS: number): void {
    if (this.#count === this.#times.length) {
      const longer = new Float64Array(2 * this.#count);
      longer.set(this.#times);
      this.#times = longer;
    }
    this.#times[this.#count++] = Math.max(0, timeS);
    this.#endS = Math.max(this.#endS, timeS + durationS);
  }

  finish(): Pick<PacketTimes, 'times' | 'endS'> {
    const times = this.#times.slice(0, this.#count).sort();
    // A container without durations: the last frame is shown as long as the mean of the others.
    const lastS = times.at(-1) ?? 0;
    const stepS = times.length > 1 ? (lastS - times[0]) / (times.length - 1) : 0;
    return { times, endS: this.#endS > lastS ? this.#endS : lastS + stepS };
  }
}

interface Packet extends PacketFacts {
  readonly timeS: number;
  readonly durationS: number;
}

/** `stream,pts,dts,duration,size,flags` and the names of side data, if there are any; null for the end of such a list. */
function readPacket(line: string, clock: Clock): Packet | null {
  const [stream, pts, dts, duration, size, flags, ...sideData] = line.split(',');
  if (flags === undefined) return null;
  const ticks = Number(pts === 'N/A' ? dts : pts); // AVI knows decoding times alone
  return {
    pts: Number(pts),
    dts: Number(dts),
    sizeBytes: Number(size),
    isHidden: flags.includes('D'),
    isKey: flags.includes('K'),
    sideData,
    timeS: clock.toSeconds(Number(stream), ticks),
    durationS: clock.lengthOf(Number(stream), Number(duration)),
  };
}
