import { AppError } from '@eyeline/contracts';

const analysisFolder = (analysisId: string): string => `analyses/${analysisId}/`;
const attemptFolder = (analysisId: string, attempt: number): string =>
  `${analysisFolder(analysisId)}${attempt}/`;

/** Where everything lies. The one place that spells keys. */
export const objectKeys = {
  /** The video as it was uploaded. */
  video: (analysisId: string): string => `${analysisFolder(analysisId)}video`,
  /** How the video is cut and sampled (JSON). */
  plan: (analysisId: string, attempt: number): string => `${attemptFolder(analysisId, attempt)}plan.json`,
  /** The times that sampling asks for: seconds, a little-endian Float64Array. */
  sampleTimes: (analysisId: string, attempt: number): string =>
    `${attemptFolder(analysisId, attempt)}sample-times.f64`,
  /** The part of the video that one segment needs (NUT). */
  piece: (analysisId: string, attempt: number, segment: number): string =>
    `${attemptFolder(analysisId, attempt)}piece-${segment}.nut`,
  /** What was seen in one segment (Arrow IPC stream). */
  observations: (analysisId: string, attempt: number, segment: number): string =>
    `${attemptFolder(analysisId, attempt)}observations-${segment}.arrow`,
  /** Of a segment whose observations are complete: what was delivered, by which engine (JSON). */
  outcome: (analysisId: string, attempt: number, segment: number): string =>
    `${attemptFolder(analysisId, attempt)}outcome-${segment}.json`,
  /** One frame record a line: what `GET .../frames` serves. */
  frames: (analysisId: string, attempt: number): string =>
    `${attemptFolder(analysisId, attempt)}frames.ndjson`,
  /** The report while the annotated video is still to be made (JSON). */
  report: (analysisId: string, attempt: number): string => `${attemptFolder(analysisId, attempt)}report.json`,
  /** A small picture of a person (JPEG). */
  thumbnail: (analysisId: string, attempt: number, faceId: number): string =>
    `${attemptFolder(analysisId, attempt)}face-${faceId}.jpg`,
  /** The video with boxes, emotions and lines of sight drawn in (MP4). */
  annotatedVideo: (analysisId: string, attempt: number): string =>
    `${attemptFolder(analysisId, attempt)}annotated.mp4`,
  /** The prefix of all that one attempt makes. */
  attempt: attemptFolder,
  /** The prefix of all that belongs to an analysis. */
  all: analysisFolder,
};

const RESULT = /^(?:frames\.ndjson|face-\d+\.jpg|annotated\.mp4)$/;

/** Whether an object is among what clients get of a completed analysis; the rest of an attempt was on the way to it. */
export function isResult(key: string): boolean {
  const parts = readKey(key);
  return parts?.attempt != null && RESULT.test(parts.name);
}

/** What a key says of its object: null for one that no analysis can own. */
export function readKey(key: string): { analysisId: string; attempt: number | null; name: string } | null {
  const match = /^analyses\/([^/]+)\/(?:(\d+)\/)?(.+)$/.exec(key);
  if (match === null) return null;
  const [, analysisId, attempt, name] = match;
  return { analysisId, attempt: attempt === undefined ? null : Number(attempt), name };
}

// A leading dot is excluded as well: it would allow `..`, and the folder driver keeps its own things under such names.
const SEGMENT = '[A-Za-z0-9_-][A-Za-z0-9._-]*';
const KEY = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`);
const PREFIX = new RegExp(`^(?:${SEGMENT}/)*(?:${SEGMENT})?$`);
const MAX_KEY_LENGTH = 512;

/** @throws AppError invalid_request for anything that could leave the storage's own ground */
export function assertKey(key: string): void {
  if (key.length > MAX_KEY_LENGTH || !KEY.test(key)) throw unfit(key);
}

/** @throws AppError invalid_request */
export function assertPrefix(prefix: string): void {
  if (prefix.length > MAX_KEY_LENGTH || !PREFIX.test(prefix)) throw unfit(prefix);
}

/**
 * For what is deleted.
 *
 * @throws AppError invalid_request, also for an empty prefix
 */
export function assertDeletablePrefix(prefix: string): void {
  assertPrefix(prefix);
  if (prefix === '') throw new AppError('invalid_request', { detail: 'An empty prefix is everything.' });
}

/** What `get` and `checkOut` throw when there is nothing. */
export const absentObject = (key: string): AppError =>
  new AppError('not_found', { detail: `There is no object ${key}.` });

const unfit = (key: string): AppError =>
  new AppError('invalid_request', {
    detail: `${JSON.stringify(key.slice(0, 100))} cannot be the key of an object.`,
  });
