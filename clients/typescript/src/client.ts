import { Admin } from './admin.js';
import { analyze, type AnalyzeOptions } from './analyze.js';
import { type Api, bodyOf, type ClientSettings, connect, type Connection, once } from './calls/connection.js';
import { eachOf } from './calls/pages.js';
import { type LiveStream } from './live/live-stream.js';
import { type LiveOptions, openLive } from './live/open-live.js';
import {
  type Analysis,
  type AnalysisFilter,
  type DeletionReceipt,
  type FrameFormat,
  type FrameRecord,
  type Me,
  type Model,
  type Report,
} from './types.js';
import { type Platform, type VideoSource } from './uploads/video.js';
import { waitFor, type WaitOptions } from './wait-for.js';
import { WebhookEndpoints } from './webhook-endpoints.js';

/**
 * A service, and what it can be asked. Every call throws `EyelineError` when it fails; what may succeed later was tried
 * again before.
 */
export class EyelineClient {
  readonly webhookEndpoints: WebhookEndpoints;
  readonly admin: Admin;
  private readonly connection: Connection;

  constructor(
    settings: ClientSettings,
    private readonly platform: Platform,
  ) {
    this.connection = connect(settings);
    this.admin = new Admin(this.connection);
    this.webhookEndpoints = new WebhookEndpoints(this.connection);
  }

  /** Every call of the OpenAPI document, typed: for what has no method here. */
  get api(): Api {
    return this.connection.api;
  }

  /** Whose key this is and what it allows, and what the service can do. */
  async me(): Promise<Me> {
    return bodyOf(await this.api.GET('/v1/me'));
  }

  /** For pages that the service serves: from now on, the browser's cookie stands for the key. */
  async signIn(key: string): Promise<Me> {
    return bodyOf(await this.api.POST('/v1/me/session', { body: { key } }));
  }

  async signOut(): Promise<void> {
    await this.api.DELETE('/v1/me/session');
  }

  /** Sends a video (a path, a `File`, bytes, a stream), or says at which address it is, and starts its analysis. */
  analyze(video: VideoSource, options?: AnalyzeOptions): Promise<Analysis> {
    return analyze(this.connection, this.platform, video, options);
  }

  /** Waits until the analysis has ended, whatever the outcome: look at its `status`. */
  waitFor(id: string, options?: WaitOptions): Promise<Analysis> {
    return waitFor(this.connection, id, options);
  }

  async get(id: string): Promise<Analysis> {
    return bodyOf(await this.api.GET('/v1/analyses/{id}', { params: { path: { id } } }));
  }

  /** Newest first, page after page. */
  list(filter: AnalysisFilter = {}): AsyncGenerator<Analysis, void, undefined> {
    return eachOf(async (cursor) => {
      const params = { query: { ...filter, cursor, limit: 100 } };
      return bodyOf(await this.api.GET('/v1/analyses', { params }));
    });
  }

  /** Fails with the error of the analysis when that has failed. */
  async report(id: string): Promise<Report> {
    return bodyOf(await this.api.GET('/v1/analyses/{id}/report', { params: { path: { id } } }));
  }

  /** Every analysed frame in order of time, page after page. */
  frames(id: string): AsyncGenerator<FrameRecord, void, undefined> {
    return eachOf(async (cursor) => {
      const params = { path: { id }, query: { format: 'json' as const, cursor, limit: 1000 } };
      const page = await this.api.GET('/v1/analyses/{id}/frames', { params });
      return bodyOf(page) as { data: FrameRecord[]; next_cursor: string | null };
    });
  }

  /** All frames as one file. */
  async framesFile(id: string, format: FrameFormat): Promise<ReadableStream<Uint8Array>> {
    const params = { path: { id }, query: { format } };
    const answer = await this.api.GET('/v1/analyses/{id}/frames', { params, parseAs: 'stream' });
    return bodyOf(answer) as ReadableStream<Uint8Array>;
  }

  /** The networks that the service can use, with their model cards. */
  async models(): Promise<Model[]> {
    return bodyOf(await this.api.GET('/v1/models')).data;
  }

  /** Opens a connection for images that are answered as they come; frames that come too fast are dropped and counted. */
  live(options: LiveOptions): Promise<LiveStream> {
    return openLive(this.connection, options);
  }

  async cancel(id: string): Promise<Analysis> {
    const params = { path: { id }, header: once() };
    return bodyOf(await this.api.POST('/v1/analyses/{id}/cancel', { params }));
  }

  /** Starts a failed analysis anew. */
  async retry(id: string): Promise<Analysis> {
    const params = { path: { id }, header: once() };
    return bodyOf(await this.api.POST('/v1/analyses/{id}/retry', { params }));
  }

  /** Removes the analysis with its video, frames and report. */
  async delete(id: string): Promise<DeletionReceipt> {
    return bodyOf(await this.api.DELETE('/v1/analyses/{id}', { params: { path: { id } } }));
  }
}
