import { isAbsolute, resolve } from 'node:path';

import { StackError } from './stack-error.js';

/** What an embedded PostgreSQL calls the database of analyses and keys. */
export const DATABASE_NAME = 'eyeline';

export interface StackSettings {
  /** The build: holds `apps/api/src/main.js` and `apps/worker/src/main.js`. */
  readonly programs: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Worker processes. */
  readonly workers: number;
  /** Given: no PostgreSQL of our own is started. */
  readonly databaseUrl: string | null;
  /** False for data that is thrown away. */
  readonly isDurable: boolean;
  /** What the API and the workers inherit; settings that only they know pass through here. */
  readonly environment: NodeJS.ProcessEnv;
}

function readInteger(
  environment: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  highest: number,
): number {
  const given = environment[name];
  if (given === undefined || given === '') return fallback;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 0 || value > highest) {
    throw new StackError(`${name} must be a whole number from 0 to ${highest}; it is "${given}".`);
  }
  return value;
}

/**
 * What the supervisor itself needs of the environment; the API and the workers read, and check, all of it
 * (libs/config).
 *
 * @param folder where a relative data folder begins
 * @throws {StackError} on a value that is not possible
 */
export function readStackSettings(
  environment: NodeJS.ProcessEnv,
  { programs, folder }: { programs: string; folder: string },
): StackSettings {
  const dataDir = environment.EYELINE_DATA_DIR || '.eyeline';
  return {
    programs,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(folder, dataDir),
    host: environment.HOST || '127.0.0.1',
    port: readInteger(environment, 'PORT', 3000, 65_535),
    workers: readInteger(environment, 'WORKERS', 1, 64),
    databaseUrl: environment.DATABASE_URL || null,
    isDurable: true,
    environment,
  };
}

/** The environment of the API and the workers. npm's own variables about the command that runs are left out. */
export function childEnvironment(
  { environment, dataDir, host, workers }: StackSettings,
  given: { port: number; postgresUrl: string | null },
): NodeJS.ProcessEnv {
  const inherited = Object.entries(environment).filter(([name]) => !name.startsWith('npm_'));
  const databases =
    given.postgresUrl === null
      ? {}
      : {
          DATABASE_URL: `${given.postgresUrl}/${DATABASE_NAME}`,
          QUEUE_DATABASE_URL: `${given.postgresUrl}/${DATABASE_NAME}_queue`,
        };
  return {
    NODE_ENV: 'production',
    // glibc keeps a heap for each thread: with two the API stays 50 MB smaller under uploads, and nothing gets slower.
    MALLOC_ARENA_MAX: '2',
    ...Object.fromEntries(inherited),
    ...databases,
    EYELINE_DATA_DIR: dataDir,
    HOST: host,
    PORT: String(given.port),
    WORKERS: String(workers),
  };
}
