import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, type ErrorCode } from '@eyeline/contracts';
import { analysisIdOf, type Database, newUploadId } from '@eyeline/database';
import {
  createResumableUploads,
  objectKeys,
  type ObjectStorage,
  type ResumableUploads,
} from '@eyeline/storage';
import { Server, Upload } from '@tus/server';
import { type Request as ExpressRequest } from 'express';
import { type Logger } from 'pino';

import { publicUrl } from '../common/http/public-url.js';
import { invalidRequest } from '../common/problems/field-errors.js';
import { callerOf } from '../keys/caller.js';
import { CONFIG, DATABASE, LOGGER, STORAGE } from '../runtime/runtime.module.js';
import { toWebRequest } from './to-web-request.js';
import { uploadIdOfKey, UploadLocker } from './upload-lock.js';

export const UPLOADS_PATH = '/v1/uploads';

/** What the tus server's refusals are in our table; everything else is a fault of the store. */
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  412: 'unsupported_tus_version',
  413: 'payload_too_large',
  415: 'invalid_request',
  501: 'invalid_request', // an extension that we do not have
};

/** A request on its way through the tus server, and what went wrong in it. */
interface Passage {
  readonly request: ExpressRequest;
  error?: unknown;
}

/** The tus protocol on our storage and database. */
@Injectable()
export class TusService implements OnApplicationShutdown {
  private readonly uploads: ResumableUploads;
  private readonly server: Server;
  private readonly passages = new WeakMap<object, Passage>();
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.uploads = createResumableUploads(config.storage, {
      expiresMs: config.staleAfterS * 1000,
      find: (key) => this.findUpload(key),
    });
    this.server = this.createServer();
  }

  /**
   * Lets the tus server answer, in headers alone.
   *
   * @throws AppError for whatever it refuses
   */
  async serve(request: ExpressRequest): Promise<Response> {
    const webRequest = toWebRequest(request);
    const passage: Passage = { request };
    this.passages.set(webRequest, passage);
    const served = this.server.handleWeb(webRequest);
    const settled = served.catch(() => undefined).finally(() => this.running.delete(settled));
    this.running.add(settled);
    const answer = await served;
    if (answer.status < 400) return answer;
    if (passage.error instanceof AppError) throw passage.error;
    const code = CODE_OF_STATUS[answer.status];
    if (code === undefined) throw new AppError('storage_unavailable', { cause: passage.error });
    throw new AppError(code, { detail: (await answer.text()).trim() || undefined, cause: passage.error });
  }

  /** Removes what came of an upload that nobody knows any more. */
  async remove(uploadId: string, directId: string | null): Promise<void> {
    const analysisId = analysisIdOf(uploadId);
    const key = objectKeys.video(analysisId);
    try {
      if (directId === null) await this.uploads.store.remove(key);
      else await this.storage.direct?.abort(key, directId);
    } catch (error) {
      // One that is complete or has never begun; anything else is left to the sweep.
      this.logger.debug({ err: error, uploadId }, 'the store did not know an upload that is given up');
    }
    await this.storage.deletePrefix(objectKeys.all(analysisId));
  }

  /** What requests were cut in writes what has come; the storage and database stay open until it did. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
    this.uploads.close();
  }

  private createServer(): Server {
    const requestOf = (webRequest: object): ExpressRequest => this.passageOf(webRequest).request;
    return new Server({
      path: UPLOADS_PATH,
      datastore: this.uploads.store,
      locker: new UploadLocker(this.database),
      maxSize: this.config.maxUploadBytes,
      namingFunction: () => keyOf(newUploadId()),
      generateUrl: (webRequest, { id }) =>
        `${publicUrl(requestOf(webRequest))}${UPLOADS_PATH}/${uploadIdOfKey(id)}`,
      getFileIdFromRequest: (_request, last) => (last === undefined ? undefined : keyOf(last)),
      onUploadCreate: async (webRequest, { id, size = 0, metadata = {} }) => {
        if (size === 0) {
          throw invalidRequest([{ pointer: 'Upload-Length', message: 'An empty upload is no video.' }]);
        }
        await this.database.uploads.create({
          id: uploadIdOfKey(id),
          projectId: callerOf(requestOf(webRequest)).projectId,
          sizeBytes: size,
          metadata,
          directId: null,
          expiresAt: new Date(Date.now() + this.config.staleAfterS * 1000),
        });
        return {};
      },
      onResponseError: (webRequest, error) => {
        this.passageOf(webRequest).error = error;
        return undefined;
      },
    });
  }

  private passageOf(webRequest: object): Passage {
    const passage = this.passages.get(webRequest);
    if (passage === undefined)
      throw new Error('The tus server hands over another request than it was given.');
    return passage;
  }

  private async findUpload(key: string): Promise<Upload | undefined> {
    const row = await this.database.uploads.findById(uploadIdOfKey(key));
    if (row === null) return undefined;
    const { sizeBytes: size, createdAt } = row;
    return new Upload({
      ...{ id: key, size, offset: 0, creation_date: createdAt.toISOString() },
      metadata: Object.keys(row.metadata).length === 0 ? undefined : row.metadata,
    });
  }
}

const keyOf = (uploadId: string): string => objectKeys.video(analysisIdOf(uploadId));
