import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Analysis,
  type analysisListSchema,
  type DeletionReceipt,
  presentAnalysis,
} from '@eyeline/contracts';
import { type Request, type Response } from 'express';
import { type z } from 'zod';

import { Audited } from '../audit/audited.decorator.js';
import { EtagInterceptor } from '../common/http/etag.interceptor.js';
import { clientGone } from '../common/http/client-gone.js';
import { publicUrl } from '../common/http/public-url.js';
import { ZodQueryPipe } from '../common/problems/zod-query.pipe.js';
import { Answers, AnswersNothing, Problems, QueryOf, Summary } from '../docs/operation.decorators.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { type ListQuery, listQuerySchema, type WaitQuery, waitQuerySchema } from './analyses.queries.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysisControl } from './analysis-control.service.js';
import { AnalysisWaiter } from './analysis-waiter.service.js';

@ApiTags('Analyses')
@Controller('v1/analyses')
export class AnalysesController {
  constructor(
    private readonly analyses: AnalysesService,
    private readonly waiter: AnalysisWaiter,
    private readonly control: AnalysisControl,
  ) {}

  @Post()
  @HttpCode(202)
  @Idempotent({ uploads: true })
  @Audited('analysis_created')
  @NeedsScope('analyses:write')
  @Summary(
    'Start an analysis',
    'Send the video as a form or as the body itself; the answer comes once it is stored. Or name an upload, or an ' +
      'address from which a worker fetches it.',
  )
  @Answers(202, 'Analysis', 'The analysis is queued.', ['Location'])
  @Problems(
    'invalid_request',
    'not_found',
    'not_ready',
    'payload_too_large',
    'source_forbidden',
    'webhook_forbidden',
    'conflict',
    'idempotency_mismatch',
    'queue_full',
    'storage_unavailable',
    'database_unavailable',
  )
  async start(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Analysis> {
    const analysis = presentAnalysis(await this.analyses.start(projectId, request), publicUrl(request));
    response.location(analysis.links.self);
    return analysis;
  }

  @Get()
  @NeedsScope('analyses:read')
  @Summary('List analyses', 'Newest first.')
  @QueryOf(listQuerySchema)
  @Answers(200, 'AnalysisList', 'One page of analyses.')
  @Problems('invalid_request', 'database_unavailable')
  async list(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Query(new ZodQueryPipe(listQuerySchema)) query: ListQuery,
  ): Promise<z.infer<typeof analysisListSchema>> {
    const { rows, nextCursor } = await this.analyses.list(projectId, query);
    return { data: rows.map((row) => presentAnalysis(row, publicUrl(request))), next_cursor: nextCursor };
  }

  @Get(':id')
  @UseInterceptors(EtagInterceptor)
  @NeedsScope('analyses:read')
  @Summary(
    'Get an analysis',
    'Carries an `ETag`; with `If-None-Match` the answer may be 304. With `wait` it is held.',
  )
  @QueryOf(waitQuerySchema)
  @Answers(200, 'Analysis', 'The analysis as it is now.', ['ETag'])
  @AnswersNothing('It is what `If-None-Match` names.', { status: 304, headers: ['ETag'] })
  @Problems('invalid_request', 'not_found', 'database_unavailable')
  async get(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
    @Query(new ZodQueryPipe(waitQuerySchema)) { wait }: WaitQuery,
  ): Promise<Analysis> {
    const row = await this.waiter.find(projectId, id, wait, clientGone(response));
    return presentAnalysis(row, publicUrl(request));
  }

  @Post(':id/cancel')
  @HttpCode(202)
  @Idempotent()
  @Audited('analysis_canceled')
  @NeedsScope('analyses:write')
  @Summary(
    'Cancel an analysis',
    'It ends at once, and whoever works on it stops within two seconds. The video is kept for its time.',
  )
  @Answers(202, 'Analysis', 'The analysis is canceled, by this call or an earlier one.')
  @Problems('invalid_request', 'not_found', 'conflict', 'idempotency_mismatch', 'database_unavailable')
  async cancel(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Param('id') id: string,
  ): Promise<Analysis> {
    return presentAnalysis(await this.control.cancel(projectId, id), publicUrl(request));
  }

  @Post(':id/retry')
  @HttpCode(202)
  @Idempotent()
  @Audited('analysis_retried')
  @NeedsScope('analyses:write')
  @Summary(
    'Retry a failed analysis',
    'It starts anew with the same options, from the stored video for as long as that is kept. One that was given as ' +
      'an address is fetched again.',
  )
  @Answers(202, 'Analysis', 'The analysis is queued again.')
  @Problems(
    'invalid_request',
    'not_found',
    'conflict',
    'idempotency_mismatch',
    'queue_full',
    'database_unavailable',
  )
  async retry(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Param('id') id: string,
  ): Promise<Analysis> {
    return presentAnalysis(await this.control.retry(projectId, id), publicUrl(request));
  }

  @Delete(':id')
  @Audited('analysis_deleted')
  @NeedsScope('analyses:write')
  @Summary(
    'Delete an analysis',
    'Its video, frames and report go with it; a running one is canceled first. After an error the analysis is still there: delete it again.',
  )
  @Answers(200, 'DeletionReceipt', 'Nothing of it is left.')
  @Problems('not_found', 'storage_unavailable', 'database_unavailable')
  remove(@ProjectId() projectId: string, @Param('id') id: string): Promise<DeletionReceipt> {
    return this.control.remove(projectId, id);
  }
}
