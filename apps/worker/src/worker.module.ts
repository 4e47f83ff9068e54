import { Module, type DynamicModule } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { applyMigrations, createDatabase, type Database } from '@eyeline/database';
import { LanePool } from '@eyeline/lanes';
import { findWhatIsMissing, type HardwareDecoder } from '@eyeline/media';
import { createQueue } from '@eyeline/queue';
import { SOURCE_REFUSALS, SourceFetcher } from '@eyeline/sources';
import { createStorage, type ObjectStorage } from '@eyeline/storage';
import { AddressGuard, readRetryAfter, requestPinned, RetrySchedule, WebhookSender } from '@eyeline/webhooks';

import { AnalysisEnd } from './analysis-end.js';
import { type AnalyseTask } from './lanes/analyse-lane.js';
import { type Logger } from './logger.js';
import { MetricsServer } from './metrics-server.js';
import { WorkerMetrics } from './metrics.js';
import { AnalyseSegmentProcessor } from './processors/analyse-segment.processor.js';
import { AnnotateVideoProcessor } from './processors/annotate-video.processor.js';
import { AssembleReportProcessor } from './processors/assemble-report.processor.js';
import { DeliverWebhookProcessor } from './processors/deliver-webhook.processor.js';
import { FetchSourceProcessor } from './processors/fetch-source.processor.js';
import { PrepareVideoProcessor } from './processors/prepare-video.processor.js';
import { SweepExpiredProcessor } from './processors/sweep-expired.processor.js';
import {
  ANALYSE_LANES,
  ASSEMBLE_LANES,
  CONFIG,
  DATABASE,
  HARDWARE_DECODER,
  LOGGER,
  QUEUE,
  STORAGE,
} from './tokens.js';
import { Presence } from './upkeep/presence.service.js';
import { Reconciler } from './upkeep/reconciler.service.js';
import { WorkerService } from './worker.service.js';

/** What a worker is made of. Everything that needs a connection has it by the time the context is there. */
@Module({})
export class WorkerModule {
  static of(config: Config, log: Logger): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: log },
        { provide: DATABASE, useFactory: () => openDatabase(config, log) },
        { provide: STORAGE, useFactory: () => openStorage(config) },
        {
          provide: QUEUE,
          useFactory: () =>
            createQueue(config.queue, {
              lockMs: config.jobLockMs,
              onError: (error) => log.warn({ err: error }, 'queue'),
              onWarning: (message) => log.warn(message),
            }),
        },
        { provide: HARDWARE_DECODER, useFactory: () => findDecoder(config, log) },
        {
          provide: ANALYSE_LANES,
          useFactory: () => openLanes('analyse-lane', config.workerConcurrency, log),
        },
        { provide: ASSEMBLE_LANES, useFactory: () => openLanes('assemble-lane', 1, log) },
        {
          provide: AnalysisEnd,
          useFactory: (database: Database, storage: ObjectStorage) =>
            new AnalysisEnd(database, storage, config.retainReportDays),
          inject: [DATABASE, STORAGE],
        },
        {
          provide: WebhookSender,
          useFactory: () => new WebhookSender(new AddressGuard(config.webhookAllowedRanges)),
        },
        { provide: SourceFetcher, useFactory: () => openFetcher(config) },
        { provide: RetrySchedule, useFactory: () => new RetrySchedule(config.webhookDelaysS) },
        WorkerMetrics,
        MetricsServer,
        FetchSourceProcessor,
        PrepareVideoProcessor,
        AnalyseSegmentProcessor,
        AssembleReportProcessor,
        AnnotateVideoProcessor,
        SweepExpiredProcessor,
        DeliverWebhookProcessor,
        Presence,
        Reconciler,
        WorkerService,
      ],
    };
  }
}

async function openDatabase(config: Config, log: Logger): Promise<Database> {
  const { applied } = await applyMigrations(config.databaseUrl);
  if (applied.length > 0) log.info({ applied }, 'database migrated');
  const { firstDelayS } = new RetrySchedule(config.webhookDelaysS);
  return createDatabase(config.databaseUrl, { webhookDelayS: firstDelayS });
}

async function openStorage(config: Config): Promise<ObjectStorage> {
  const storage = createStorage(config.storage);
  await storage.prepare();
  return storage;
}

/** Sources and webhooks leave by the same door: what is checked is what is connected to. */
function openFetcher({ sourceAllowedRanges }: Config): SourceFetcher {
  const guard = new AddressGuard(sourceAllowedRanges, undefined, { refusals: SOURCE_REFUSALS });
  return new SourceFetcher({
    check: (address) => guard.check(address),
    request: requestPinned,
    readRetryAfter,
  });
}

/** Without the device that was asked for, videos are decoded on the processor. */
async function findDecoder({ hardwareDecoder }: Config, log: Logger): Promise<HardwareDecoder | null> {
  if (hardwareDecoder === null) return null;
  const missing = await findWhatIsMissing(hardwareDecoder);
  if (missing === null) return hardwareDecoder;
  log.warn({ decoder: hardwareDecoder, missing }, 'videos are decoded on the processor');
  return null;
}

function openLanes(name: 'analyse-lane' | 'assemble-lane', threads: number, log: Logger) {
  return new LanePool<AnalyseTask, unknown>(new URL(`./lanes/${name}.js`, import.meta.url), {
    threads,
    onIdleCrash: (error) => log.error({ err: error, lane: name }, 'a worker thread died between tasks'),
  });
}
