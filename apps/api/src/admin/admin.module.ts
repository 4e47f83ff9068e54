import { Module } from '@nestjs/common';

import { AnalysesModule } from '../analyses/analyses.module.js';
import { WebhooksModule } from '../webhook-endpoints/webhooks.module.js';
import { FailedJobsController } from './failed-jobs.controller.js';
import { FailedJobs } from './failed-jobs.service.js';
import { QueuesController } from './queues.controller.js';
import { WorkersController } from './workers.controller.js';

/** What an operator looks at. */
@Module({
  imports: [AnalysesModule, WebhooksModule],
  controllers: [QueuesController, WorkersController, FailedJobsController],
  providers: [FailedJobs],
})
export class AdminModule {}
