import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Config, ConfigError, readEngineVersion, refuseNetworks, stopRequested } from '@eyeline/config';
import { applyMigrations, createDatabase } from '@eyeline/database';
import {
  createLiveFrames,
  type LiveFrames,
  RedisSessionStates,
  SessionReports,
  tryModels,
} from '@eyeline/live';
import { createQueue } from '@eyeline/queue';
import { createHitCounter } from '@eyeline/rate-limits';
import { createStorage } from '@eyeline/storage';
import { RetrySchedule } from '@eyeline/webhooks';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Logger } from 'pino';

import { closeServer } from './common/http/close-server.js';
import { refuseToListen } from './common/http/loopback.js';
import { createApi } from './create-api.js';
import { allowBrowsers } from './uploads/allow-browsers.js';

/** Where scripts/build-web.mjs puts the dashboard; nothing is there when the sources are run as they are. */
const PAGES_DIR = join(import.meta.dirname, '../../web/built');

/** Time for running requests after a stop was asked for; the process is gone within 10 s. */
const GRACE_MS = 8000;

/**
 * Opens what the API works with, serves until somebody asks it to stop, then closes everything in reverse order.
 *
 * @throws ConfigError when it would be open to others without any key, or when a network cannot be used
 */
export async function runApi(config: Config, logger: Logger): Promise<void> {
  const stop = stopRequested(config.lifeline, () => logger.fatal('the API did not stop in time'));
  const closers: (() => void | Promise<void>)[] = [];
  try {
    if (config.live.url === null) await tryModels(config.models).catch(refuseNetworks);
    const { applied } = await applyMigrations(config.databaseUrl);
    if (applied.length > 0) logger.info({ applied }, 'migrations applied');
    const { firstDelayS } = new RetrySchedule(config.webhookDelaysS);
    const database = createDatabase(config.databaseUrl, {
      webhookDelayS: firstDelayS,
      onTrouble: (message, error) => logger.warn({ err: error }, message),
    });
    closers.unshift(() => database.close());
    const refusal = refuseToListen(config.host);
    if (refusal !== null && !(await database.keys.any())) throw new ConfigError([refusal]);
    const queue = await createQueue(config.queue, {
      lockMs: config.jobLockMs,
      onError: (error) => logger.warn({ err: error }, 'the queue reports an error'),
      onWarning: (message) => logger.warn(message),
    });
    closers.unshift(() => queue.close());
    const storage = createStorage(config.storage);
    closers.unshift(() => storage.close());
    await storage.prepare();
    await allowBrowsers({ config, storage, logger });
    const hitCounter = createHitCounter({
      redisUrl: config.queue.kind === 'redis' ? config.queue.url : null,
      onError: (error) => logger.warn({ err: error }, 'requests are not counted: all are let through'),
    });
    closers.unshift(() => hitCounter.close());
    const liveFrames = openLiveFrames(config, logger);
    closers.unshift(() => liveFrames.close());
    const sessionStates = openSessionStates(config, logger);
    closers.unshift(() => sessionStates?.close());
    const sessionReports = openSessionReports(config, logger);
    closers.unshift(() => sessionReports.close());
    const app = await createApi({
      ...{ config, database, queue, storage, hitCounter, liveFrames, sessionStates, sessionReports },
      ...{ pagesDir: PAGES_DIR, logger },
    });
    closers.unshift(() => closeServer(app, GRACE_MS));
    await app.listen(config.port, config.host);
    logger.info({ address: addressOf(app) }, 'the API listens');
    logger.info({ reason: await stop }, 'the API stops');
  } finally {
    for (const close of closers) await close();
  }
}

function openLiveFrames({ live, maxPixels, executionProvider, models }: Config, logger: Logger): LiveFrames {
  const onIdleCrash = (error: Error): void =>
    logger.error({ err: error }, 'a thread for live frames died between two of them');
  return createLiveFrames({ ...live, maxPixels, executionProvider, models, onIdleCrash });
}

function openSessionStates({ queue, sessions }: Config, logger: Logger): RedisSessionStates | null {
  if (queue.kind !== 'redis') return null;
  return new RedisSessionStates({
    ...{ url: queue.url, keepMs: sessions.idleS * 1000 },
    onError: (error) => logger.warn({ err: error }, 'the store of live sessions reports an error'),
  });
}

function openSessionReports({ databaseUrl }: Config, logger: Logger): SessionReports {
  const onIdleCrash = (error: Error): void =>
    logger.error({ err: error }, 'the thread for reports of sessions died between two of them');
  return new SessionReports({ databaseUrl, engineVersion: readEngineVersion(), onIdleCrash });
}

function addressOf(app: NestExpressApplication): string {
  const { address, port, family } = app.getHttpServer().address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
