import { Module } from '@nestjs/common';

import { KeysModule } from '../keys/keys.module.js';
import { NarrativeModule } from '../narrative/narrative.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { WebhooksModule } from '../webhook-endpoints/webhooks.module.js';
import { Admission } from './admission.service.js';
import { AnalysesController } from './analyses.controller.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysisControl } from './analysis-control.service.js';
import { AnalysisWaiter } from './analysis-waiter.service.js';
import { AnalysisEvents } from './events/analysis-events.service.js';
import { EventsController } from './events/events.controller.js';
import { OfferedModels } from './offered-models.service.js';
import { NarrativeController } from './results/narrative.controller.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsService } from './results/results.service.js';

@Module({
  imports: [KeysModule, NarrativeModule, OutboxModule, WebhooksModule],
  controllers: [AnalysesController, EventsController, ResultsController, NarrativeController],
  providers: [
    Admission,
    AnalysesService,
    AnalysisControl,
    AnalysisEvents,
    AnalysisWaiter,
    OfferedModels,
    ResultsService,
  ],
  exports: [AnalysesService, AnalysisControl, AnalysisWaiter, ResultsService],
})
export class AnalysesModule {}
