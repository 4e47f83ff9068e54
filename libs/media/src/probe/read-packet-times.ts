import { AppError } from '@eyeline/contracts';

import { readLines, startProgram } from '../ffmpeg/child-process.js';
import { INPUT_OPTIONS, inputAddress } from '../ffmpeg/input-options.js';
import { type ProbedVideo } from './probed-video.js';

export interface PacketTimes {
  /** When each frame of the file is shown, ascending, seconds from the start of the video. */
  readonly times: Float64Array;
  /** When the last of them ends. */
  readonly endS: number;
}

/**
 * When the frames of a file are shown, from its packets alone: nothing is decoded.
 * Eight bytes a frame are kept: 5 MB for six hours at 30 frames/s.
 */
export async function readPacketTimes(
  path: string,
  video: Pick<ProbedVideo, 'startS' | 'streamIndex' | 'fps'>,
  signal?: AbortSignal,
): Promise<PacketTimes> {
  const args = ['-v', 'error', '-select_streams', String(video.streamIndex), '-of', 'compact=p=0:nk=0'];
  const fields = ['-show_entries', 'packet=pts_time,dts_time,duration_time,flags'];
  const probe = startProgram('ffprobe', [...args, ...fields, ...INPUT_OPTIONS, inputAddress(path)], {
    signal,
  });
  let times = new Float64Array(1 << 14);
  let count = 0;
  let endS = 0;
  readLines(probe.child.stdout!, (line) => {
    const packet = readPacket(line);
    if (packet === null) return;
    const tS = packet.timeS - video.startS;
    if (tS < -0.0005) return; // hidden by an edit list
    if (count === times.length) {
      const longer = new Float64Array(2 * count);
      longer.set(times);
      times = longer;
    }
    times[count++] = Math.max(0, tS);
    endS = Math.max(endS, tS + (packet.durationS || (video.fps > 0 ? 1 / video.fps : 0)));
  });
  await probe.ended;
  signal?.throwIfAborted();
  if (count === 0 && probe.messages.length > 0) {
    throw new AppError('corrupt_video', {
      detail: 'No frame can be read.',
      cause: probe.messages.join('\n'),
    });
  }
  return { times: times.slice(0, count).sort(), endS };
}

/** A line such as "pts_time=0.04|dts_time=0.00|duration_time=0.04|flags=K__"; null for a packet that is not shown. */
function readPacket(line: string): { timeS: number; durationS: number } | null {
  const fields = new Map(line.split('|').map((field) => field.split('=') as [string, string]));
  if (fields.get('flags')?.includes('D')) return null; // decoded for others, discarded by an edit list
  const shown = Number(fields.get('pts_time'));
  const timeS = Number.isFinite(shown) ? shown : Number(fields.get('dts_time')); // AVI knows decoding times alone
  return Number.isFinite(timeS) ? { timeS, durationS: Number(fields.get('duration_time')) || 0 } : null;
}
