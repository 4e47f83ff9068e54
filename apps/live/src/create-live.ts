import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type LiveConfig } from '@eyeline/config';
import { type LiveFrames } from '@eyeline/live';
import { type Logger } from 'pino';

import { HealthController } from './health.controller.js';
import { FRAMES, LOGGER } from './live-tokens.js';
import { LiveMetrics } from './live-metrics.js';
import { LooksController } from './looks.controller.js';
import { ProblemFilter } from './problem.filter.js';

/** What the live process works with. Whoever opened it closes it, after the app. */
export interface LiveRuntime {
  readonly config: LiveConfig;
  readonly frames: LiveFrames;
  readonly logger: Logger;
}

@Module({})
class LiveModule {}

/** Its HTTP edge, ready to listen. It asks nobody for a key: only APIs may reach it. */
export async function createLive({ config, frames, logger }: LiveRuntime): Promise<NestExpressApplication> {
  const module = {
    module: LiveModule,
    controllers: [LooksController, HealthController],
    providers: [{ provide: FRAMES, useValue: frames }, { provide: LOGGER, useValue: logger }, LiveMetrics],
  };
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  // The API has looked at the size already, and sends one image at a time for each frame that it has in hand.
  app.useBodyParser('raw', { type: () => true, limit: config.live.maxImageBytes });
  app.useGlobalFilters(new ProblemFilter(logger));
  return app;
}
