import { bodyOf, type Connection, once } from './calls/connection.js';
import { type Analysis, type AnalysisOptions } from './types.js';
import { uploadInPieces } from './uploads/upload-in-pieces.js';
import { type UploadOptions } from './uploads/upload-options.js';
import { uploadRaw } from './uploads/upload-raw.js';
import { addressOf, openVideo, type Platform, type VideoSource } from './uploads/video.js';

export interface AnalyzeOptions extends UploadOptions {
  /** What to look at and how: `sampling_fps`, `landmarks`, ... (docs/outputs.md). */
  readonly options?: AnalysisOptions;
  /** A name of your own for a group of analyses. */
  readonly tag?: string;
  /** Your own data, at most 4 kB of JSON. */
  readonly metadata?: Record<string, unknown>;
  /** An address that is told how the analysis ends. */
  readonly webhookUrl?: string;
  /** Made for you otherwise: the same request with the same key starts one analysis, however often it is sent. */
  readonly idempotencyKey?: string;
  /** `pieces` survives cuts; `raw` is one request. By default, what is larger than 16 MiB goes in pieces. */
  readonly upload?: 'raw' | 'pieces';
}

const PIECES_FROM_BYTES = 16 * 1024 * 1024;

/**
 * Sends a video, or says where it is, and starts its analysis.
 *
 * @throws EyelineError when it is refused or the service cannot be reached; the reason of the signal
 */
export async function analyze(
  connection: Connection,
  platform: Platform,
  source: VideoSource,
  options: AnalyzeOptions = {},
): Promise<Analysis> {
  const address = addressOf(source);
  if (address !== null) return start(connection, { source_url: address }, options);
  if (typeof source === 'object' && 'uploadId' in source) {
    return start(connection, { upload_id: source.uploadId }, options);
  }
  const video = await openVideo(source, platform);
  const { sizeBytes } = video;
  const inPieces =
    (options.upload ?? (Number(sizeBytes) > PIECES_FROM_BYTES ? 'pieces' : 'raw')) === 'pieces';
  if (!inPieces || sizeBytes === null) return uploadRaw(connection, video, queryOf(options), options);
  return start(connection, { upload_id: await uploadInPieces(connection, video, options) }, options);
}

/** Not ended by the signal: whoever aborts now wants to know which analysis runs. */
async function start(
  { api }: Connection,
  where: { upload_id: string } | { source_url: string },
  { options, tag, metadata, webhookUrl, idempotencyKey }: AnalyzeOptions,
): Promise<Analysis> {
  const body = { ...where, options, tag, metadata, webhook_url: webhookUrl };
  return bodyOf(
    await api.POST('/v1/analyses', {
      params: { header: once(idempotencyKey) },
      body: body as never, // one of several forms, of which the types know the first
    }),
  );
}

/** Each option by its name; objects as JSON. */
function queryOf({ options = {}, tag, metadata, webhookUrl }: AnalyzeOptions): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...options, tag, metadata, webhook_url: webhookUrl })) {
    if (value === undefined || value === null) continue;
    query.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return query;
}
