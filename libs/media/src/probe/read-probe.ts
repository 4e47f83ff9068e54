import { AppError } from '@eyeline/contracts';

import { chooseColorMatrix } from './choose-color-matrix.js';
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
  readonly color_range?: string;
  readonly color_space?: string;
  readonly time_base?: string;
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

/** What is asked of ffprobe: no free texts, which a stranger may have made as long as he likes. */
export const PROBE_ENTRIES = [
  'format=format_name,start_time,duration,probe_score',
  'stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,color_range,color_space,avg_frame_rate,r_frame_rate,time_base,start_time,duration',
  'stream_disposition=default,attached_pic',
  'stream_tags=DURATION',
  'stream_side_data=rotation',
].join(':');

/**
 * What ffprobe says of a file -> what we need of it.
 *
 * @returns `durationS` 0 when the file does not say; the rates that it states, average first. How the frames really
 *   follow each other is for the packets to tell
 * @throws {AppError} no_video_stream, corrupt_video
 */
export function readProbe({
  streams = [],
  format,
}: ProbeOutput): ProbedVideo & { readonly statedRates: readonly number[] } {
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
    statedRates: [average, lowest],
    codec: stream.codec_name ?? 'unknown',
    fullRange: stream.color_range === 'pc',
    colorMatrix: chooseColorMatrix(stream.color_space, { width, height }),
    container: format?.format_name ?? 'unknown',
    variableFrameRate: false,
    startS,
    streamIndex: stream.index,
    timeBase: stream.time_base ?? '1/1000000',
    durationIsStated: stated > 0,
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
