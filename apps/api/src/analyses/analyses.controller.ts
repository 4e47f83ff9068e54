import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Analysis, type analysisListSchema } from '@eyeline/contracts';
import { type Request, type Response } from 'express';
import { type z } from 'zod';

import { EtagInterceptor } from '../common/http/etag.interceptor.js';
import { clientGone } from '../common/http/client-gone.js';
import { publicUrl } from '../common/http/public-url.js';
import { ZodQueryPipe } from '../common/problems/zod-query.pipe.js';
import { Answers, Problems, QueryOf, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { type ListQuery, listQuerySchema, type WaitQuery, waitQuerySchema } from './analyses.queries.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysisWaiter } from './analysis-waiter.service.js';
import { presentAnalysis } from './present-analysis.js';

@ApiTags('Analyses')
@Controller('v1/analyses')
export class AnalysesController {
  constructor(
    private readonly analyses: AnalysesService,
    private readonly waiter: AnalysisWaiter,
  ) {}

  @Post()
  @HttpCode(202)
  @NeedsScope('analyses:write')
  @Summary(
    'Start an analysis',
    'Send the video as a form or as the body itself. The answer comes once it is stored.',
  )
  @Answers(202, 'Analysis', 'The analysis is queued; `Location` is its address.')
  @Problems(
    'invalid_request',
    'payload_too_large',
    'not_supported',
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
  @Answers(200, 'Analysis', 'The analysis as it is now.')
  @Problems('invalid_request', 'not_found', 'database_unavailable')
  async get(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
    @Query(new ZodQueryPipe(waitQuerySchema)) { wait }: WaitQuery,
  ): Promise<Analysis> {
    return presentAnalysis(
      await this.waiter.find(projectId, id, wait, clientGone(response)),
      publicUrl(request),
    );
  }
}
