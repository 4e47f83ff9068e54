import {
  Controller,
  Delete,
  Head,
  Header,
  HttpCode,
  Inject,
  Options,
  Param,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { AppError, type UploadReceipt } from '@eyeline/contracts';
import { type Database, type UploadRow } from '@eyeline/database';
import { type Request, type Response } from 'express';

import { Audited } from '../audit/audited.decorator.js';
import { expectsBody } from '../common/http/request-body.js';
import { invalidRequest } from '../common/problems/field-errors.js';
import { Answers, AnswersNothing, Problems, Summary } from '../docs/operation.decorators.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { DATABASE } from '../runtime/runtime.module.js';
import { noSuchUpload } from './no-such-upload.js';
import { presentUpload } from './present-upload.js';
import { TusService } from './tus.service.js';

const TUS_VERSION = '1.0.0';

const SpeaksTus = ApiHeader({
  name: 'Tus-Resumable',
  required: true,
  schema: { type: 'string', enum: [TUS_VERSION] },
});

const OF_AN_UPLOAD = [
  ...(['Upload-Offset', 'Upload-Length', 'Upload-Metadata', 'Upload-Expires'] as const),
  ...(['Tus-Resumable', 'Tus-Version'] as const),
];

/** Videos that arrive in pieces, by the tus protocol. */
@ApiTags('Uploads')
@Controller('v1/uploads')
export class UploadsController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly tus: TusService,
  ) {}

  @Post()
  @HttpCode(201)
  @Header('Tus-Resumable', TUS_VERSION)
  @Idempotent({ headers: ['Upload-Length', 'Upload-Metadata'] })
  @Audited('upload_created')
  @NeedsScope('analyses:write')
  @SpeaksTus
  @ApiHeader({
    name: 'Upload-Length',
    required: true,
    description: 'How many bytes the video has.',
    schema: { type: 'integer', minimum: 1, examples: [1632292] },
  })
  @ApiHeader({
    name: 'Upload-Metadata',
    required: false,
    description: 'Names, each with a value in base64, separated by commas.',
    schema: { type: 'string', examples: ['filename dGFsay5tcDQ='] },
  })
  @Summary(
    'Create an upload (tus)',
    'The protocol is tus 1.0.0 with the extensions creation, expiration and termination: any tus client will do. ' +
      'The last segment of `Location` is the `upload_id` that starts an analysis.',
  )
  @Answers(201, 'Upload', 'It is created.', ['Location', 'Upload-Expires', 'Tus-Resumable', 'Tus-Version'])
  @Problems(
    'invalid_request',
    'unsupported_tus_version',
    'payload_too_large',
    'conflict',
    'idempotency_mismatch',
    'storage_unavailable',
    'database_unavailable',
  )
  async create(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadReceipt> {
    requireTus(request, response);
    if (expectsBody(request)) {
      throw invalidRequest([{ pointer: '', message: 'Send the bytes to the address that is answered.' }]);
    }
    const answer = await this.tus.serve(request);
    copyHeaders(answer, response);
    const id = (answer.headers.get('Location') ?? '').replace(/^.*\//, '');
    return presentUpload(await this.find(projectId, id));
  }

  @Options()
  @NeedsScope('analyses:write')
  @Summary('What the tus server can do', 'Its version, its extensions and the largest upload.')
  @AnswersNothing('In the headers.', {
    headers: ['Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size'],
  })
  @Problems()
  async describe(@Req() request: Request, @Res() response: Response): Promise<void> {
    send(await this.tus.serve(request), response);
  }

  @Head(':upload_id')
  @NeedsScope('analyses:write')
  @SpeaksTus
  @Summary('How much of an upload is there (tus)', 'Go on sending at `Upload-Offset`.')
  @AnswersNothing('In the headers.', { status: 200, headers: OF_AN_UPLOAD })
  @Problems('unsupported_tus_version', 'not_found', 'conflict', 'storage_unavailable', 'database_unavailable')
  async look(
    @ProjectId() projectId: string,
    @Param('upload_id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.pass(projectId, id, request, response);
  }

  @Patch(':upload_id')
  @NeedsScope('analyses:write')
  @SpeaksTus
  @ApiHeader({
    name: 'Upload-Offset',
    required: true,
    description: 'Where the bytes go: as many as are there.',
    schema: { type: 'integer', minimum: 0, examples: [0] },
  })
  @ApiConsumes('application/offset+octet-stream')
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  @Summary(
    'Send bytes of an upload (tus)',
    'The body is `application/offset+octet-stream`. What has come before a cut is kept.',
  )
  @AnswersNothing('They are stored.', {
    headers: ['Upload-Offset', 'Upload-Expires', 'Tus-Resumable', 'Tus-Version'],
  })
  @Problems(
    'invalid_request',
    'unsupported_tus_version',
    'not_found',
    'conflict',
    'payload_too_large',
    'storage_unavailable',
    'database_unavailable',
  )
  async append(
    @ProjectId() projectId: string,
    @Param('upload_id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.pass(projectId, id, request, response);
  }

  @Delete(':upload_id')
  @HttpCode(204)
  @Header('Tus-Resumable', TUS_VERSION)
  @Audited('upload_deleted')
  @NeedsScope('analyses:write')
  @Summary('Give an upload up', 'What has come of it is deleted. One that an analysis was started on stays.')
  @AnswersNothing('It is gone.', { headers: ['Tus-Resumable'] })
  @Problems('not_found', 'conflict', 'storage_unavailable', 'database_unavailable')
  async remove(@ProjectId() projectId: string, @Param('upload_id') id: string): Promise<void> {
    const { directId } = await this.findUnused(projectId, id);
    if (!(await this.database.uploads.removeUnused(projectId, id))) throw noSuchUpload(id);
    await this.tus.remove(id, directId);
  }

  private async pass(projectId: string, id: string, request: Request, response: Response): Promise<void> {
    const { directId } = await this.findUnused(projectId, id);
    if (directId !== null) throw new AppError('conflict', { detail: 'This upload goes straight to S3.' });
    requireTus(request, response);
    send(await this.tus.serve(request), response);
  }

  /** @throws AppError not_found */
  private async find(projectId: string, id: string): Promise<UploadRow> {
    const row = await this.database.uploads.find(projectId, id);
    if (row === null) throw noSuchUpload(id);
    return row;
  }

  /** @throws AppError not_found, conflict */
  private async findUnused(projectId: string, id: string): Promise<UploadRow> {
    const row = await this.find(projectId, id);
    if (row.usedAt !== null)
      throw new AppError('conflict', { detail: `An analysis was started on the upload ${id} already.` });
    return row;
  }
}

/** @throws AppError unsupported_tus_version */
function requireTus(request: Request, response: Response): void {
  response.set({ 'Tus-Resumable': TUS_VERSION, 'Tus-Version': TUS_VERSION });
  if (request.get('Tus-Resumable') !== TUS_VERSION) {
    throw new AppError('unsupported_tus_version', { detail: `Send Tus-Resumable: ${TUS_VERSION}.` });
  }
}

/** Who may read answers from other sites is not for the tus server to say. */
function copyHeaders(answer: globalThis.Response, response: Response): void {
  for (const [name, value] of answer.headers) {
    if (!/^(access-control-|content-)/i.test(name)) response.set(name, value);
  }
}

function send(answer: globalThis.Response, response: Response): void {
  if (response.destroyed) return; // the client is gone
  copyHeaders(answer, response);
  response.status(answer.status).end();
}
