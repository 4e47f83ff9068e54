import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FailedJobAnswer, type failedJobListSchema } from '@eyeline/contracts';
import { type z } from 'zod';

import { Audited } from '../audit/audited.decorator.js';
import { ZodQueryPipe } from '../common/problems/zod-query.pipe.js';
import { Answers, Problems, QueryOf, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { type FailedJobsQuery, failedJobsQuerySchema } from './failed-jobs.queries.js';
import { FailedJobs } from './failed-jobs.service.js';
import { presentFailedJob } from './present-failed-job.js';

@ApiTags('Operate')
@Controller('v1/admin/jobs')
export class FailedJobsController {
  constructor(private readonly failedJobs: FailedJobs) {}

  @Get()
  @NeedsScope('admin')
  @Summary(
    'List failed jobs',
    'Work of the project that was given up in the last 24 h, with its reason; what failed last comes first.',
  )
  @QueryOf(failedJobsQuerySchema)
  @Answers(200, 'FailedJobList', 'One page of jobs.')
  @Problems('invalid_request', 'queue_unavailable', 'database_unavailable')
  async list(
    @ProjectId() projectId: string,
    @Query(new ZodQueryPipe(failedJobsQuerySchema)) query: FailedJobsQuery,
  ): Promise<z.infer<typeof failedJobListSchema>> {
    const { jobs, nextCursor } = await this.failedJobs.list(projectId, query);
    return { data: jobs.map(presentFailedJob), next_cursor: nextCursor };
  }

  @Post(':queue/:id/retry')
  @HttpCode(202)
  @Audited('job_retried')
  @NeedsScope('admin')
  @Summary(
    'Retry a failed job',
    'Starts the analysis anew that the job was a part of, or delivers the webhook again. The job is then off the list.',
  )
  @Answers(202, 'FailedJob', 'The job as it was.')
  @Problems('not_found', 'conflict', 'queue_full', 'queue_unavailable', 'database_unavailable')
  async retry(
    @ProjectId() projectId: string,
    @Param('queue') queue: string,
    @Param('id') id: string,
  ): Promise<FailedJobAnswer> {
    return presentFailedJob(await this.failedJobs.retry(projectId, queue, id));
  }
}
