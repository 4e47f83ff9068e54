import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type Database } from '@eyeline/database';
import { type LiveFrames, type SessionReports, type SessionStates } from '@eyeline/live';
import { type JobQueue } from '@eyeline/queue';
import { type HitCounter } from '@eyeline/rate-limits';
import { type ObjectStorage } from '@eyeline/storage';
import { type Logger } from 'pino';

export const CONFIG = Symbol('config');
export const DATABASE = Symbol('database');
export const QUEUE = Symbol('queue');
export const STORAGE = Symbol('storage');
export const HIT_COUNTER = Symbol('hit counter');
export const LIVE_FRAMES = Symbol('live frames');
export const SESSION_STATES = Symbol('session states');
export const SESSION_REPORTS = Symbol('session reports');
export const PAGES_DIR = Symbol('pages folder');
export const LOGGER = Symbol('logger');

/** What the API works with. Whoever opened it closes it: main.ts, or a test. */
export interface Runtime {
  readonly config: Config;
  readonly database: Database;
  readonly queue: JobQueue;
  readonly storage: ObjectStorage;
  readonly hitCounter: HitCounter;
  readonly liveFrames: LiveFrames;
  /** Null: what sessions know lies in the database. */
  readonly sessionStates: SessionStates | null;
  readonly sessionReports: SessionReports;
  /** Where the built dashboard lies, if it was built. */
  readonly pagesDir: string;
  readonly logger: Logger;
}

/** Makes the opened libs injectable everywhere. */
@Global()
@Module({})
export class RuntimeModule {
  static register(runtime: Runtime): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: runtime.config },
      { provide: DATABASE, useValue: runtime.database },
      { provide: QUEUE, useValue: runtime.queue },
      { provide: STORAGE, useValue: runtime.storage },
      { provide: HIT_COUNTER, useValue: runtime.hitCounter },
      { provide: LIVE_FRAMES, useValue: runtime.liveFrames },
      { provide: SESSION_STATES, useValue: runtime.sessionStates },
      { provide: SESSION_REPORTS, useValue: runtime.sessionReports },
      { provide: PAGES_DIR, useValue: runtime.pagesDir },
      { provide: LOGGER, useValue: runtime.logger },
    ];
    return { module: RuntimeModule, providers, exports: providers };
  }
}
