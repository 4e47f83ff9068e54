import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { WORKER_SILENT_MS, type WorkerAnswer, type workerListSchema } from '@eyeline/contracts';
import { type Database, type WorkerRow } from '@eyeline/database';
import { type z } from 'zod';

import { Answers, Problems, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { DATABASE } from '../runtime/runtime.module.js';

@ApiTags('Operate')
@Controller('v1/admin/workers')
export class WorkersController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Get()
  @NeedsScope('admin')
  @Summary(
    'Workers that live',
    'With what they have in work for all projects; analyses of other projects are not named.',
  )
  @Answers(200, 'WorkerList', 'All of them, longest alive first.')
  @Problems('database_unavailable')
  async list(@ProjectId() projectId: string): Promise<z.infer<typeof workerListSchema>> {
    const rows = await this.database.workers.list(new Date(Date.now() - WORKER_SILENT_MS));
    const ids = rows.flatMap(({ currentJobs }) => currentJobs.flatMap(({ analysisId }) => analysisId ?? []));
    const analyses = await this.database.analyses.findByIds([...new Set(ids)]);
    const own = new Set(analyses.filter((row) => row.projectId === projectId).map(({ id }) => id));
    return { data: rows.map((row) => presentWorker(row, own)), next_cursor: null };
  }
}

/** @param own the analyses that may be named */
function presentWorker(row: WorkerRow, own: ReadonlySet<string>): WorkerAnswer {
  const { id, host, pid, version, lanes, models } = row;
  return {
    object: 'worker',
    ...{ id, host, pid, version, execution_provider: row.executionProvider, lanes, models: [...models] },
    started_at: row.startedAt.toISOString(),
    last_seen_at: row.lastSeenAt.toISOString(),
    current_jobs: row.currentJobs.map(({ name, analysisId, startedAt }) => ({
      queue: name,
      analysis_id: analysisId !== null && own.has(analysisId) ? analysisId : null,
      started_at: startedAt,
    })),
  };
}
