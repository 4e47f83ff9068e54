import { AppError } from '@eyeline/contracts';

import { type ProbedVideo, type Rotation } from './probed-video.js';

/** What ffprobe prints of a stream; numbers come as text, rates as fractions. */
export interface ProbeStream {
  readonly index: number;
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly sample_aspect_ratio?: string;
  readonly avg_frame_rate?: string;
  readonly r_frame_rate?: string;
  readonly field_order?: string;
  readonly start_time?: string;
  readonly duration?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly disposition?: Readonly<Record<string, number>>;
  readonly side_data_list?: readonly { readonly rotation?: number }[];
}

export interface ProbeOutput {
  readonly streams?: readonly ProbeStream[];
  readonly format?: {
    readonly format_name: string;
    readonly start_time?: string;
    readonly duration?: string;
    readonly probe_score?: number;
  };
}

/** Rates that differ by more than this share are not rounding, nor an edit list that hides a few frames. */
const SAME_RATE = 0.05;

/**
 * What ffprobe says of a file -> what we need of it.
 *
 * @returns `durationS` 0 when the file does not say: then the packets have to be counted
 * @throws {AppError} no_video_stream, corrupt_video
 */
export function readProbe({ streams = [], format }: ProbeOutput): ProbedVideo {
  const stream = chooseStream(streams);
  if (stream === undefined) throw new AppError('no_video_stream');
  const { width = 0, height = 0 } = stream;
  if (width < 1 || height < 1) throw new AppError('corrupt_video', { detail: 'The picture has no size.' });

  const rotation = readRotation(stream);
  const sideways = rotation % 180 !== 0;
  const storedAspect = readFraction(stream.sample_aspect_ratio?.replace(':', '/')) || 1;
  const startS = Number(format?.start_time ?? 0) || 0;
  const stated = readDuration(stream);
  const shownFromS = Math.max(0, (Number(stream.start_time ?? startS) || 0) - startS);
  const average = readFraction(stream.avg_frame_rate);
  const lowest = readFraction(stream.r_frame_rate);
  return {
    durationS: stated > 0 ? shownFromS + stated : Number(format?.duration ?? 0) || 0,
    width: sideways ? height : width,
    height: sideways ? width : height,
    rotation,
    pixelAspect: sideways ? 1 / storedAspect : storedAspect,
    fps: average || lowest,
    codec: stream.codec_name ?? 'unknown',
    container: format?.format_name ?? 'unknown',
    variableFrameRate: isVariable(average, lowest, stream.field_order),
    startS,
    streamIndex: stream.index,
    durationIsStated: Number(stream.duration ?? 0) > 0,
  };
}

/** The picture that a player shows: marked as default, else the largest. Cover art is no video. */
function chooseStream(streams: readonly ProbeStream[]): ProbeStream | undefined {
  const area = ({ width = 0, height = 0 }: ProbeStream): number => width * height;
  const isDefault = ({ disposition }: ProbeStream): number => disposition?.default ?? 0;
  return streams
    .filter(({ codec_type, disposition }) => codec_type === 'video' && disposition?.attached_pic !== 1)
    .sort((a, b) => isDefault(b) - isDefault(a) || area(b) - area(a))[0];
}

/** The display matrix says by how much the picture stands turned anticlockwise. */
function readRotation(stream: ProbeStream): Rotation {
  const turned = stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0;
  return ((((Math.round(-turned / 90) * 90) % 360) + 360) % 360) as Rotation;
}

/** Matroska states a stream's duration as a tag, "00:00:19.690000000". */
function readDuration({ duration, tags }: ProbeStream): number {
  if (duration !== undefined) return Number(duration) || 0;
  const [hours, minutes, seconds] = (tags?.DURATION ?? '').split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds || 0;
}

/** "30000/1001" -> 29.97; 0 for "0/0" and for nothing. */
function readFraction(text = ''): number {
  const [numerator, denominator = 1] = text.split('/').map(Number);
  const value = numerator / denominator;
  return Number.isFinite(value) ? value : 0;
}

/**
 * ffprobe's r_frame_rate is the lowest rate on which all timestamps fall: for a constant rate the average.
 * Interlaced video counts fields there, twice the frames.
 */
function isVariable(average: number, lowest: number, fieldOrder = 'progressive'): boolean {
  if (average === 0 || lowest === 0) return false;
  const ratio = lowest / average;
  const near = (target: number): boolean => Math.abs(ratio / target - 1) <= SAME_RATE;
  return !near(1) && !(fieldOrder !== 'progressive' && near(2));
}
