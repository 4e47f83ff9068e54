import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Config } from '@eyeline/config';
import {
  AppError,
  completedPartsSchema,
  type DirectUpload,
  type NewDirectUpload,
  newDirectUploadSchema,
  type UploadReceipt,
} from '@eyeline/contracts';
import { analysisIdOf, type Database, newUploadId } from '@eyeline/database';
import { type DirectUploads, objectKeys, type ObjectStorage } from '@eyeline/storage';
import { type Request } from 'express';

import { Audited } from '../audit/audited.decorator.js';
import { ZodBodyPipe } from '../common/problems/zod-body.pipe.js';
import { Answers, Problems, Summary, Takes } from '../docs/operation.decorators.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { CONFIG, DATABASE, STORAGE } from '../runtime/runtime.module.js';
import { noSuchUpload } from './no-such-upload.js';
import { presentUpload } from './present-upload.js';

/** 20 GB are some 300 parts; a part that breaks off costs little. */
const PART_BYTES = 64 * 1024 * 1024;

/** The longest that S3 lets an address be valid. */
const MAX_VALID_S = 7 * 24 * 3600;

const readParts = new ZodBodyPipe(completedPartsSchema);

/** Videos whose bytes go from the client to S3, past the API. */
@ApiTags('Uploads')
@Controller('v1/uploads')
export class DirectUploadsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
  ) {}

  @Post('presigned')
  @HttpCode(201)
  @Idempotent()
  @Audited('upload_created')
  @NeedsScope('analyses:write')
  @Summary(
    'Create an upload straight to S3',
    'PUT each part to its address, keep the ETag of each answer, and complete the upload with them.',
  )
  @Takes('NewDirectUpload')
  @Answers(
    201,
    'DirectUpload',
    'The addresses of its parts, which are valid for as long as the upload waits.',
  )
  @Problems(
    'invalid_request',
    'payload_too_large',
    'not_supported',
    'conflict',
    'idempotency_mismatch',
    'storage_unavailable',
    'database_unavailable',
  )
  async create(
    @ProjectId() projectId: string,
    @Body(new ZodBodyPipe(newDirectUploadSchema)) { size_bytes: sizeBytes }: NewDirectUpload,
  ): Promise<DirectUpload> {
    const direct = this.requireDirect();
    const { maxUploadBytes, staleAfterS } = this.config;
    if (sizeBytes > maxUploadBytes) {
      throw new AppError('payload_too_large', {
        detail: `An upload may hold at most ${maxUploadBytes} bytes.`,
      });
    }
    const partBytes = Math.max(PART_BYTES, direct.minPartBytes, Math.ceil(sizeBytes / direct.maxParts));
    const id = newUploadId();
    const partSizesBytes = Array.from({ length: Math.ceil(sizeBytes / partBytes) }, (_, index) =>
      Math.min(partBytes, sizeBytes - index * partBytes),
    );
    const validS = Math.min(Math.floor(staleAfterS), MAX_VALID_S);
    const { uploadId, urls } = await direct.begin(keyOf(id), { partSizesBytes, validS });
    const expiresAt = new Date(Date.now() + validS * 1000);
    const row = await this.database.uploads.create({
      ...{ id, projectId, sizeBytes, metadata: {}, directId: uploadId, expiresAt },
    });
    return {
      ...presentUpload(row),
      part_size_bytes: partBytes,
      parts: urls.map((url, index) => ({ number: index + 1, url })),
    };
  }

  @Post(':upload_id/complete')
  @HttpCode(200)
  @Idempotent()
  @Audited('upload_completed')
  @NeedsScope('analyses:write')
  @Summary(
    'Complete an upload to S3',
    'Then an analysis can be started on it. A second time changes nothing.',
  )
  @Takes('CompletedParts')
  @Answers(200, 'Upload', 'All of it is there.')
  @Problems(
    'invalid_request',
    'payload_too_large',
    'not_found',
    'conflict',
    'not_supported',
    'idempotency_mismatch',
    'storage_unavailable',
    'database_unavailable',
  )
  async complete(
    @ProjectId() projectId: string,
    @Param('upload_id') id: string,
    @Req() request: Request,
  ): Promise<UploadReceipt> {
    const row = await this.database.uploads.find(projectId, id);
    if (row === null) throw noSuchUpload(id);
    const direct = this.requireDirect();
    const { directId, sizeBytes } = row;
    if (directId === null) throw new AppError('conflict', { detail: 'This upload goes through tus.' });
    const { parts } = readParts.transform(request.body);
    const key = keyOf(id);
    if ((await this.storage.size(key)) === null) await direct.complete(key, directId, parts);
    const storedBytes = await this.storage.size(key);
    if (storedBytes !== sizeBytes) {
      // No part of it can be sent again.
      if (await this.database.uploads.removeUnused(projectId, id)) await this.storage.delete(key);
      throw new AppError('invalid_request', {
        detail: `The parts have ${storedBytes} bytes and not the ${sizeBytes} that were announced; they are deleted.`,
      });
    }
    return presentUpload(row);
  }

  /** @throws AppError not_supported */
  private requireDirect(): DirectUploads {
    const { direct } = this.storage;
    if (direct !== null) return direct;
    throw new AppError('not_supported', {
      detail: 'Objects lie in a folder here: use tus, or send the video itself.',
    });
  }
}

const keyOf = (uploadId: string): string => objectKeys.video(analysisIdOf(uploadId));
