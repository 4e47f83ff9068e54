import { AppError } from '@eyeline/contracts';

import { readLines, startProgram } from '../ffmpeg/child-process.js';
import { INPUT_OPTIONS, inputAddress } from '../ffmpeg/input-options.js';
import { isBefore } from '../sampling/sampling.js';
import { type Clock, readClock } from './read-clock.js';

export interface PacketTimes {
  /** When each frame is shown, ascending, seconds from the start of the video. */
  readonly times: Float64Array;
  /** When the last of them ends; 0 when there is none. */
  readonly endS: number;
}

/** Decoding order and order of showing differ by less than this. */
const REORDERING_S = 5;

/** A file that gives nothing for so long is given up. */
const NO_PROGRESS_MS = 60_000;

/**
 * When the frames of a file are shown, from its packets alone: nothing is decoded.
 * Eight bytes a frame are kept: 5 MB for six hours at 30 frames/s.
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
  const fields = 'packet=stream_index,pts,dts,duration,flags';
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
  probe.child.stdout!.on('data', () => patience.refresh());
  readLines(probe.child.stdout!, (line) => {
    const packet = readPacket(line, clock);
    if (packet === null) return;
    if (packet.timeS > untilS + REORDERING_S) probe.kill();
    if (packet.timeS >= EARLIEST_S && isBefore(packet.timeS, untilS))
      list.add(packet.timeS, packet.durationS);
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
  return list.finish();
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

  finish(): PacketTimes {
    const times = this.#times.slice(0, this.#count).sort();
    // A container without durations: the last frame is shown as long as the mean of the others.
    const lastS = times.at(-1) ?? 0;
    const stepS = times.length > 1 ? (lastS - times[0]) / (times.length - 1) : 0;
    return { times, endS: this.#endS > lastS ? this.#endS : lastS + stepS };
  }
}

/** `stream,pts,dts,duration,flags`; null for a packet that is not shown. */
function readPacket(line: string, clock: Clock): { timeS: number; durationS: number } | null {
  const [stream, pts, dts, duration, flags] = line.split(',');
  if (flags === undefined || flags.includes('D')) return null; // decoded for others, hidden by an edit list
  const ticks = Number(pts === 'N/A' ? dts : pts); // AVI knows decoding times alone
  if (!Number.isFinite(ticks)) return null;
  return {
    timeS: clock.toSeconds(Number(stream), ticks),
    durationS: clock.lengthOf(Number(stream), Number(duration)),
  };
}
