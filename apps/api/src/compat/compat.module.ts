import { Module } from '@nestjs/common';

import { AnalysesModule } from '../analyses/analyses.module.js';
import { LiveModule } from '../live/live.module.js';
import { NarrativeModule } from '../narrative/narrative.module.js';
import { AnalyzeSessionController } from './analyze-session/analyze-session.controller.js';
import { PrototypeFramesController } from './frames/prototype-frames.controller.js';
import { ProcessFrameController } from './process-frame/process-frame.controller.js';
import { ProcessFrameService } from './process-frame/process-frame.service.js';

/** The routes of the prototypes that this project replaces: thin adapters over the native calls. */
@Module({
  imports: [AnalysesModule, LiveModule, NarrativeModule],
  controllers: [PrototypeFramesController, ProcessFrameController, AnalyzeSessionController],
  providers: [ProcessFrameService],
})
export class CompatModule {}
