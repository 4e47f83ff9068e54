import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, presentAnalysis } from '@eyeline/contracts';
import { type AnalysisRow, type Database, newAnalysisId, type NewAnalysis } from '@eyeline/database';
import { SOURCE_REFUSALS } from '@eyeline/sources';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';
import { AddressGuard } from '@eyeline/webhooks';
import { type Request } from 'express';
import { type Logger } from 'pino';

import { publicUrl } from '../common/http/public-url.js';
import { mediaTypeOf } from '../common/http/request-body.js';
import { findKeyedRequest, keepStarted } from '../idempotency/keyed-request.js';
import { printPayload, printUpload } from '../idempotency/request-print.js';
import { OutboxRelay } from '../outbox/outbox-relay.service.js';
import { CONFIG, DATABASE, LOGGER, STORAGE } from '../runtime/runtime.module.js';
import { Admission } from './admission.service.js';
import { type ListQuery } from './analyses.queries.js';
import { noSuchAnalysis } from './no-such-analysis.js';
import { OfferedModels } from './offered-models.service.js';
import { type AnalysisFields, readReference } from './upload/analysis-fields.js';
import { findCompleteUpload } from './upload/find-complete-upload.js';
import { type ReceivedUpload, type StoreFile } from './upload/receive-raw.js';
import { receiveBody, receiveUpload } from './upload/receive-upload.js';

/** Starts analyses and finds them again. */
@Injectable()
export class AnalysesService implements OnApplicationShutdown {
  private readonly running = new Set<Promise<unknown>>();
  private readonly sourceGuard: AddressGuard;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly admission: Admission,
    private readonly relay: OutboxRelay,
    private readonly offeredModels: OfferedModels,
    private readonly webhookGuard: AddressGuard,
  ) {
    this.sourceGuard = new AddressGuard(config.sourceAllowedRanges, undefined, { refusals: SOURCE_REFUSALS });
  }

  /**
   * Takes the video in, then the row and its job are written in one transaction. Whatever fails leaves nothing behind.
   * While too many wait already, not a byte of the body is taken.
   */
  start(projectId: string, request: Request): Promise<AnalysisRow> {
    return this.take(projectId, () => this.receive(projectId, request));
  }

  /** The same for a video that is the body itself, whatever its type, where all else is known already. */
  startRaw(projectId: string, request: Request, fields: AnalysisFields): Promise<AnalysisRow> {
    return this.take(projectId, () =>
      this.receiveVideo(projectId, request, (storeFile, maxBytes) =>
        receiveBody(request, fields, storeFile, maxBytes),
      ),
    );
  }

  /** @throws AppError not_found */
  async find(projectId: string, id: string): Promise<AnalysisRow> {
    const row = await this.database.analyses.find(projectId, id);
    if (row === null) throw noSuchAnalysis(id);
    return row;
  }

  list(projectId: string, query: ListQuery): Promise<{ rows: AnalysisRow[]; nextCursor: string | null }> {
    return this.database.analyses.list(projectId, query);
  }

  /** Uploads that were cut at the end clean up after themselves; the storage and database stay open until they did. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  private async take(projectId: string, receive: () => Promise<AnalysisRow>): Promise<AnalysisRow> {
    const started = this.admission.admit(projectId, receive);
    const settled = started.catch(() => undefined).finally(() => this.running.delete(settled));
    this.running.add(settled);
    const row = await started;
    this.relay.kick();
    return row;
  }

  private receive(projectId: string, request: Request): Promise<AnalysisRow> {
    return mediaTypeOf(request) === 'application/json'
      ? this.takeReference(projectId, request)
      : this.receiveVideo(projectId, request, (storeFile, maxBytes) =>
          receiveUpload(request, storeFile, maxBytes),
        );
  }

  private async takeReference(projectId: string, request: Request): Promise<AnalysisRow> {
    const body: unknown = request.body;
    const { uploadId, sourceUrl, fields } = readReference(body);
    const video =
      uploadId === null ? this.planFetch(sourceUrl ?? '') : await this.takeUpload(projectId, uploadId);
    return this.create(request, { projectId, ...fields, ...video, videoSha256: null }, printPayload(body));
  }

  /** The object stays where it is; a worker finds out its hash, as nobody has seen all of it yet. */
  private async takeUpload(projectId: string, uploadId: string) {
    const upload = await findCompleteUpload(this.database, this.storage, projectId, uploadId);
    const { id, videoKey, sizeBytes: videoBytes } = upload;
    return { id, uploadId, videoKey, videoBytes };
  }

  /** A worker fetches it. What can be told without a name server is told now. */
  private planFetch(sourceUrl: string) {
    try {
      this.sourceGuard.inspect(sourceUrl);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, detail } = error;
      throw new AppError(code, { detail, errors: [{ pointer: '/source_url', message: detail }] });
    }
    const id = newAnalysisId();
    return { id, sourceUrl, videoKey: objectKeys.video(id), videoBytes: null };
  }

  private async receiveVideo(
    projectId: string,
    request: Request,
    receive: (storeFile: StoreFile, maxBytes: number) => Promise<ReceivedUpload>,
  ): Promise<AnalysisRow> {
    const id = newAnalysisId();
    const videoKey = objectKeys.video(id);
    const maxBytes = this.config.maxUploadBytes;
    try {
      const storeFile: StoreFile = (bytes) => this.storage.put(videoKey, bytes, { maxBytes });
      const { fields, file } = await receive(storeFile, maxBytes);
      return await this.create(
        request,
        { id, projectId, ...fields, videoKey, videoBytes: file.sizeBytes, videoSha256: file.sha256 },
        printUpload(fields, file),
      );
    } catch (error) {
      await this.discard(videoKey);
      throw error;
    }
  }

  /** The row, its job, and the answer for a client that may ask again, in one transaction. */
  private async create(request: Request, analysis: NewAnalysis, payloadHash: string): Promise<AnalysisRow> {
    const options = await this.offeredModels.settle(analysis.options);
    if (analysis.webhookUrl) await this.webhookGuard.check(analysis.webhookUrl);
    const keyed = findKeyedRequest(request);
    const apiUrl = publicUrl(request);
    return this.database.analyses.create(
      { ...analysis, options, apiUrl },
      keyed === null
        ? undefined
        : (row) => keepStarted(keyed.claim, payloadHash, presentAnalysis(row, apiUrl)),
    );
  }

  private async discard(videoKey: string): Promise<void> {
    try {
      await this.storage.delete(videoKey);
    } catch (error) {
      this.logger.error({ err: error, videoKey }, 'the object of a refused upload could not be deleted');
    }
  }
}
