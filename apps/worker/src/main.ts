import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';
import { type Config, ConfigError, declineTelemetry, loadConfig, stopRequested } from '@eyeline/config';

import { createLogger, type Logger } from './logger.js';
import { WorkerModule } from './worker.module.js';
import { WorkerService } from './worker.service.js';

async function main(): Promise<void> {
  declineTelemetry();
  const config = await readConfig();
  const log = createLogger(config.logLevel);
  process.on('uncaughtExceptionMonitor', (error) => log.fatal({ err: error }, 'worker crashed'));

  const tooLate = (): void => log.error('the stop took too long and was cut short');
  const stop = stopRequested(config.lifeline, tooLate).then((reason) => log.info({ reason }, 'stopping'));
  const worker = await startWorker(config, log);
  await stop;
  await worker.stop();
  log.info('stopped');
  process.exit(0);
}

/** The settings, the networks that they name included. */
async function readConfig(): Promise<Config> {
  try {
    const config = loadConfig();
    // Loaded now: its native code has to find that telemetry is declined.
    const { checkNetworks } = await import('./check-networks.js');
    await checkNetworks(config);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

async function startWorker(config: Config, log: Logger): Promise<WorkerService> {
  try {
    const module = WorkerModule.of(config, log);
    const context = await NestFactory.createApplicationContext(module, {
      logger: false,
      abortOnError: false,
    });
    const worker = context.get(WorkerService);
    await worker.start();
    return worker;
  } catch (error) {
    log.fatal({ err: error }, 'worker could not start');
    process.exit(1);
  }
}

await main();
