import { Module } from '@nestjs/common';

import { OutboxModule } from '../outbox/outbox.module.js';
import { WebhooksModule } from '../webhook-endpoints/webhooks.module.js';
import { Admission } from './admission.service.js';
import { AnalysesController } from './analyses.controller.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysisControl } from './analysis-control.service.js';
import { AnalysisWaiter } from './analysis-waiter.service.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsService } from './results/results.service.js';

@Module({
  imports: [OutboxModule, WebhooksModule],
  controllers: [AnalysesController, ResultsController],
  providers: [Admission, AnalysesService, AnalysisControl, AnalysisWaiter, ResultsService],
})
export class AnalysesModule {}
