import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { JOB_NAMES, type queueLoadListSchema } from '@eyeline/contracts';
import { type JobQueue } from '@eyeline/queue';
import { type z } from 'zod';

import { Answers, Problems, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { QUEUE } from '../runtime/runtime.module.js';

@ApiTags('Operate')
@Controller('v1/admin/queues')
export class QueuesController {
  constructor(@Inject(QUEUE) private readonly queue: JobQueue) {}

  @Get()
  @NeedsScope('admin')
  @Summary(
    'How much there is to do',
    'Of each kind of work how many jobs wait, are in work and have failed, and how many ended in each minute of the ' +
      'last hour. Of all projects together: there is one line.',
  )
  @Answers(200, 'QueueLoadList', 'All queues, in the order in which an analysis passes them.')
  @Problems('queue_unavailable')
  async list(): Promise<z.infer<typeof queueLoadListSchema>> {
    const loads = await this.queue.loads();
    return {
      data: JOB_NAMES.map((name) => {
        const { waiting, active, delayed, failed, paused, ...load } = loads[name];
        return {
          ...{ name, waiting, active, delayed, failed, paused },
          oldest_waiting_s: load.oldestWaitingS,
          completed_per_minute: [...load.completedPerMinute],
          failed_per_minute: [...load.failedPerMinute],
        };
      }),
      next_cursor: null,
    };
  }
}
