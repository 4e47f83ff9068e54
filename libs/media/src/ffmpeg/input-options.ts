/**
 * Containers that are opened. Left out on purpose: playlists (hls, concat, dash), which name other files and addresses;
 * images and image sequences; text and subtitles, as which almost anything can be read.
 */
const VIDEO_CONTAINERS = [
  'mov', // and mp4, m4a, 3gp
  'matroska', // and webm
  'mpegts',
  'mpeg',
  'avi',
  'flv',
  'ogg',
  'asf',
  'mxf',
  'ivf',
  'dv',
];

/** Sound alone is opened too, so that it can be told from a file that is no media at all. */
const SOUND_CONTAINERS = ['mp3', 'wav', 'flac', 'aac', 'aiff', 'amr'];

/** How much of a file is looked at before its streams are known. */
const PROBE_BYTES = 32 << 20;
const PROBE_US = 20_000_000;

/** Nothing but this file, and only as one of these containers. */
const openAs = (...containers: string[]): string[] => [
  ...['-protocol_whitelist', 'file'],
  ...['-format_whitelist', containers.join(',')],
  ...['-probesize', String(PROBE_BYTES)],
  ...['-analyzeduration', String(PROBE_US)],
];

/** Options before `-i` of every program that opens a video. */
export const INPUT_OPTIONS: readonly string[] = openAs(...VIDEO_CONTAINERS, ...SOUND_CONTAINERS);

/** The container of pieces: it can be streamed, and keeps any clock to the tick (Matroska knows milliseconds alone). */
export const PIECE_CONTAINER = 'nut';

/** In place of `INPUT_OPTIONS` for a piece. */
export const PIECE_OPTIONS: readonly string[] = openAs(PIECE_CONTAINER);

/**
 * Times begin so much before the start of a container: less than a tick of nearly every clock, so that it is lost in
 * rounding. In transport streams and some others, ffmpeg 5 counts from the start of the stream that is read, so that a
 * picture that starts after the sound loses its delay: with `-start_at_zero`, and with an offset that is the container's
 * start to the microsecond.
 */
export const START_NUDGE_S = 1e-6;

/** Keeps the timestamps of the file, counted from the start of its container. */
export const countFrom = (containerStartS: number): string[] => [
  ...['-copyts', '-itsoffset', (START_NUDGE_S - containerStartS).toFixed(6)],
];

/** A path as ffmpeg takes it literally: not as an option, and not as an address of another protocol. */
export const inputAddress = (path: string): string => `file:${path}`;
