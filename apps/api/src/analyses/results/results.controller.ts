import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Report } from '@eyeline/contracts';
import { type Response } from 'express';

import { streamAnswer } from '../../common/http/stream-answer.js';
import { ZodQueryPipe } from '../../common/problems/zod-query.pipe.js';
import { Answers, AnswersStream, QueryOf, ResultProblems, Summary } from '../../docs/operation.decorators.js';
import { NeedsScope } from '../../keys/needs-scope.decorator.js';
import { ProjectId } from '../../keys/project-id.decorator.js';
import { type FramesQuery, framesQuerySchema } from '../analyses.queries.js';
import { ResultsService } from './results.service.js';

@ApiTags('Results')
@Controller('v1/analyses/:id')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get('report')
  @NeedsScope('analyses:read')
  @Summary('Get the report', 'What was measured. A failed analysis answers 409 with its own error.')
  @Answers(200, 'Report', 'The report.')
  @ResultProblems('database_unavailable')
  report(@ProjectId() projectId: string, @Param('id') id: string): Promise<Report> {
    return this.results.report(projectId, id);
  }

  @Get('frames')
  @NeedsScope('analyses:read')
  @Summary(
    'Get the frames',
    'Every analysed frame in order of time: pages of JSON, or all of them as NDJSON, CSV or Parquet.',
  )
  @QueryOf(framesQuerySchema)
  @AnswersStream(
    {
      'application/json': 'FramePage',
      'application/x-ndjson': 'FrameRecord',
      'text/csv': 'text',
      'application/vnd.apache.parquet': 'binary',
    },
    ['Content-Disposition'],
  )
  @ResultProblems('invalid_request', 'storage_unavailable', 'database_unavailable')
  async frames(
    @ProjectId() projectId: string,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
    @Query(new ZodQueryPipe(framesQuerySchema)) query: FramesQuery,
  ): Promise<StreamableFile> {
    return streamAnswer(response, await this.results.frames(projectId, id, query));
  }
}
