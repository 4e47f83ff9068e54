import { Module } from '@nestjs/common';

import { HealthModule } from '../health/health.module.js';
import { SessionFramesModule } from '../sessions/session-frames.module.js';
import { FramesController } from './frames.controller.js';
import { LiveDesk } from './live-desk.service.js';
import { LiveMetrics } from './live-metrics.service.js';

/** For every module that has pictures to look at. */
@Module({
  imports: [HealthModule, SessionFramesModule],
  controllers: [FramesController],
  providers: [LiveDesk, LiveMetrics],
  exports: [LiveDesk, LiveMetrics],
})
export class LiveModule {}
