import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';

import { AuditedWithin } from '../../audit/audited.decorator.js';
import { writeAuditLine } from '../../audit/write-audit-line.js';
import { clientGone } from '../../common/http/client-gone.js';
import { publicUrl } from '../../common/http/public-url.js';
import { ZodQueryPipe } from '../../common/problems/zod-query.pipe.js';
import { Answers, Problems, QueryOf, Summary } from '../../docs/operation.decorators.js';
import { NeedsScope } from '../../keys/needs-scope.decorator.js';
import { ProjectId } from '../../keys/project-id.decorator.js';
import { insteadOf, PROTOTYPE_TAG } from '../prototype-tag.js';
import { toPrototypeReport } from './present-report.js';
import {
  type ProcessFrameQuery,
  processFrameQuerySchema,
  type PrototypeReport,
} from './process-frame.schemas.js';
import { ProcessFrameService } from './process-frame.service.js';

@ApiTags(PROTOTYPE_TAG)
@Controller('process-frame')
export class ProcessFrameController {
  constructor(private readonly service: ProcessFrameService) {}

  @Post()
  @HttpCode(200)
  @AuditedWithin('analysis_created')
  @NeedsScope('analyses:write')
  @Summary(
    'Analyse a video and wait for it',
    'The body is the video, whatever its type. The answer is held until the analysis has ended; a client that goes ' +
      `away cancels it. ${insteadOf('POST /v1/analyses', 'analyses_start', 'Analyses')}`,
  )
  @QueryOf(processFrameQuerySchema)
  @Answers(200, 'PrototypeReport', 'The analysis has completed.', ['Location', 'X-Analysis-Id'])
  @Problems(
    ...(['invalid_request', 'payload_too_large', 'queue_full', 'storage_unavailable'] as const),
    ...([
      'unsupported_media',
      'corrupt_video',
      'no_video_stream',
      'video_too_long',
      'too_many_pixels',
    ] as const),
    ...(['not_found', 'not_ready', 'canceled', 'timed_out', 'database_unavailable'] as const),
  )
  async process(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query(new ZodQueryPipe(processFrameQuerySchema)) query: ProcessFrameQuery,
  ): Promise<PrototypeReport> {
    const gone = clientGone(response);
    const { id } = await this.service.start(projectId, request, query);
    writeAuditLine(request, 'analysis_created', { id });
    response.set('X-Analysis-Id', id).location(`${publicUrl(request)}/v1/analyses/${id}`);
    const report = await this.service.finish(projectId, id, gone, () =>
      writeAuditLine(request, 'analysis_canceled', { id }),
    );
    return toPrototypeReport(report);
  }
}
