import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type QueueBackend, loadConfig } from '@eyeline/config';
import { type Problem } from '@eyeline/contracts';
import { applyMigrations, createDatabase } from '@eyeline/database';
import { createLiveFrames, RedisSessionStates, SessionReports } from '@eyeline/live';
import { createQueue } from '@eyeline/queue';
import { createHitCounter } from '@eyeline/rate-limits';
import { createStorage } from '@eyeline/storage';
import { TYPESCRIPT_FRAME_LANE, TYPESCRIPT_REPORT_LANE } from '@eyeline/testing';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type DestinationStream } from 'pino';

import { closeServer } from './common/http/close-server.js';
import { createApi } from './create-api.js';
import { createLogger } from './create-logger.js';
import { type Runtime } from './runtime/runtime.module.js';

/** An answer whose body has been read: parsed when it is JSON. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what the tests find out */
  readonly body: any;
}

type Body = NonNullable<RequestInit['body']>;

export interface TestApi {
  readonly url: string;
  readonly port: number;
  readonly app: NestExpressApplication;
  readonly runtime: Runtime;
  request(path: string, init?: RequestInit): Promise<TestAnswer>;
  /** Sends bytes as the body of a raw upload. */
  upload(bytes: Body, query?: string): Promise<TestAnswer>;
  /** Everything that uploads could leave behind: keys of objects, ids of rows, jobs of `prepare-video`. */
  traces(): Promise<{ objects: string[]; rows: string[]; jobs: number }>;
  close(): Promise<void>;
}

/**
 * The real API on a free port: real database and queue at the given addresses, objects in a temporary folder. It logs
 * nothing unless `LOG_LEVEL` says otherwise. There is no dashboard unless its folder is given.
 */
export async function openTestApi(
  databaseUrl: string,
  queueBackend: QueueBackend,
  settings: NodeJS.ProcessEnv = {},
  log?: DestinationStream,
  pagesDir?: string,
): Promise<TestApi> {
  const dataDir = await mkdtemp(join(tmpdir(), 'eyeline-api-'));
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    EYELINE_DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    ...settings,
  });
  await applyMigrations(databaseUrl);
  const database = createDatabase(databaseUrl);
  const prefix = `test_${randomBytes(6).toString('hex')}`;
  const queue = await createQueue(queueBackend, {
    prefix,
    lockMs: config.jobLockMs,
    onError: () => undefined,
  });
  const storage = createStorage(config.storage);
  await storage.prepare();
  const hitCounter = createHitCounter({
    redisUrl: queueBackend.kind === 'redis' ? queueBackend.url : null,
    prefix: `${prefix}_limits`,
    // A busy machine may take longer than production should wait.
    answerMs: 2000,
    onError: () => undefined,
  });
  const logger = createLogger(config.logLevel, log);
  const liveFrames = createLiveFrames({
    ...{ ...config.live, maxPixels: config.maxPixels, executionProvider: config.executionProvider },
    onIdleCrash: (error) => logger.error({ err: error }, 'a thread for live frames died'),
    laneFile: TYPESCRIPT_FRAME_LANE,
  });
  const sessionStates =
    queueBackend.kind === 'redis'
      ? new RedisSessionStates({
          ...{ url: queueBackend.url, prefix: statesPrefix(databaseUrl), answerMs: 5000 },
          ...{ keepMs: config.sessions.idleS * 1000, onError: () => undefined },
        })
      : null;
  const sessionReports = new SessionReports({
    ...{ databaseUrl, engineVersion: 'of tests', laneFile: TYPESCRIPT_REPORT_LANE },
    onIdleCrash: (error) => logger.error({ err: error }, 'the thread for reports died'),
  });
  const runtime = {
    config,
    database,
    queue,
    storage,
    hitCounter,
    liveFrames,
    sessionStates,
    sessionReports,
    pagesDir: pagesDir ?? join(dataDir, 'no-pages'),
    logger,
  };
  const app = await createApi(runtime);
  await app.listen(settings.PORT === undefined ? 0 : config.port, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const request = async (path: string, init?: RequestInit): Promise<TestAnswer> =>
    readAnswer(await fetch(url + path, init));
  return {
    url,
    port,
    app,
    runtime,
    request,
    upload: (body, query = '') =>
      request(`/v1/analyses${query}`, { method: 'POST', headers: { 'Content-Type': 'video/mp4' }, body }),
    traces: async () => {
      const objects = [];
      for await (const { key } of storage.list('')) objects.push(key);
      const { rows } = await database.analyses.list('default', { limit: 100 });
      const { waiting } = (await queue.depths())['prepare-video'];
      return { objects: objects.sort(), rows: rows.map(({ id }) => id), jobs: waiting };
    },
    close: async () => {
      await closeServer(app, 2000);
      await liveFrames.close();
      await sessionReports.close();
      sessionStates?.close();
      hitCounter.close();
      storage.close();
      await queue.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The same for all APIs on one database, as they would have it on one Redis of their own. */
const statesPrefix = (databaseUrl: string): string => `${new URL(databaseUrl).pathname.slice(1)}_sessions`;

async function readAnswer(response: Response): Promise<TestAnswer> {
  const text = await response.text();
  const json = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: json && text !== '' ? JSON.parse(text) : text,
  };
}

/** Checks that an answer is a complete problem document and names its code and pointers. */
export function expectProblem(answer: TestAnswer, code: Problem['code'], pointers?: readonly string[]): void {
  const problem = answer.body as Problem;
  expect({ code: problem.code, detail: problem.detail }).toMatchObject({ code });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/docs/errors#${code}$`));
  expect(problem.request_id).toBe(answer.headers.get('x-request-id'));
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:\d|\.js:\d|prisma|bullmq/i);
  if (pointers !== undefined)
    expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual([...pointers].sort());
}

/** Waits until `check` holds, looking often. */
export async function until(check: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`It did not come true within ${timeoutMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
