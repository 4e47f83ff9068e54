import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { findFreePort, removeOutsideCluster, startPostgres } from '@eyeline/embedded';

import { readRssMb } from './process-tree.js';

const API = fileURLToPath(new URL('../apps/api/src/main.js', import.meta.url));
const BARE_ROUTE = fileURLToPath(new URL('./workloads/bare-route.js', import.meta.url));

const POLLS = 10_000;
const POLLS_AT_ONCE = 32;
const UPLOADS = 200;
const UPLOAD_BYTES = 5_000_000;

const START_LIMIT_MS = 60_000;

export interface LoadResult {
  readonly what: string;
  readonly requests: number;
  readonly atOnce: number;
  readonly perS: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
}

export interface ApiResult {
  readonly loads: readonly LoadResult[];
  readonly uploadBytes: number;
  /** Resident memory of the API after its start, and its largest while it was under load. Null without /proc. */
  readonly idleMb: number | null;
  readonly peakMb: number | null;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: Buffer;
}

/**
 * Clients that poll and clients that upload, beside a NestJS application whose one route answers as many bytes out of
 * memory: what an answer of the API costs over what any answer costs. Workers do not run.
 */
export async function measureApi(onRun: (text: string) => void): Promise<ApiResult> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
  await chmod(folder, 0o755); // PostgreSQL's system user has to pass through
  try {
    const postgres = await startPostgres({ dataDir: folder, isDurable: false });
    try {
      return await measureBoth(postgres.url, folder, onRun);
    } finally {
      await postgres.stop();
      await removeOutsideCluster(folder);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureBoth(
  postgresUrl: string,
  folder: string,
  onRun: (text: string) => void,
): Promise<ApiResult> {
  const [port, barePort] = [await findFreePort(), await findFreePort()];
  const api = start(API, port, {
    DATABASE_URL: `${postgresUrl}/eyeline`,
    QUEUE_DATABASE_URL: `${postgresUrl}/eyeline_queue`,
    EYELINE_DATA_DIR: folder,
    LOG_LEVEL: 'warn',
  });
  const bare = start(BARE_ROUTE, barePort, {});
  try {
    await Promise.all([untilReady(port, '/readyz'), untilReady(barePort, '/')]);
    const body = Buffer.alloc(UPLOAD_BYTES);
    const upload: Call = { method: 'POST', path: '/v1/analyses', body };
    const { text } = await send(port, new Agent(), upload);
    const poll: Call = { method: 'GET', path: `/v1/analyses/${(JSON.parse(text) as { id: string }).id}` };
    const memory = new MemoryWatch(api.pid!);
    const idleMb = await memory.read();
    const loads: LoadResult[] = [];
    const load = async (what: string, at: number, call: Call, requests: number, atOnce: number) => {
      const result = await runLoad(what, at, call, { requests, atOnce });
      onRun(`${what}: ${result.perS.toFixed(0)}/s, p99 ${result.p99Ms.toFixed(1)} ms`);
      loads.push(result);
    };
    // Both warm before either counts.
    await runLoad('', barePort, poll, { requests: 1000, atOnce: POLLS_AT_ONCE });
    await runLoad('', port, poll, { requests: 1000, atOnce: POLLS_AT_ONCE });
    await load('bare route', barePort, poll, POLLS, POLLS_AT_ONCE);
    await load('polls', port, poll, POLLS, POLLS_AT_ONCE);
    await Promise.all([
      load('uploads, all at once', port, upload, UPLOADS, UPLOADS),
      load('polls meanwhile', port, poll, POLLS, POLLS_AT_ONCE),
    ]);
    return { loads, uploadBytes: UPLOAD_BYTES, idleMb, peakMb: memory.stop() };
  } finally {
    await Promise.all([stop(api), stop(bare)]);
  }
}

async function runLoad(
  what: string,
  port: number,
  call: Call,
  { requests, atOnce }: { requests: number; atOnce: number },
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const tookMs: number[] = [];
  const statuses: Record<string, number> = {};
  let sent = 0;
  const startedAtMs = performance.now();
  const client = async (): Promise<void> => {
    while (sent < requests) {
      sent++;
      const sentAtMs = performance.now();
      const { status } = await send(port, agent, call);
      tookMs.push(performance.now() - sentAtMs);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  const seconds = (performance.now() - startedAtMs) / 1000;
  agent.destroy();
  tookMs.sort((a, b) => a - b);
  const quantile = (share: number): number => tookMs[Math.ceil(share * tookMs.length) - 1];
  return {
    ...{ what, requests, atOnce, statuses },
    perS: requests / seconds,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
  };
}

function send(port: number, agent: Agent, call: Call): Promise<{ status: number; text: string }> {
  const { method, path, body } = call;
  return new Promise((done, failed) => {
    const headers = body === undefined ? {} : { 'Content-Type': 'video/mp4', 'Content-Length': body.length };
    const sent = request({ host: '127.0.0.1', port, path, method, agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => done({ status: answer.statusCode!, text }));
      answer.on('error', failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

function start(script: string, port: number, settings: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, PORT: String(port), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function untilReady(port: number, path: string): Promise<void> {
  for (const untilMs = Date.now() + START_LIMIT_MS; Date.now() < untilMs; await sleep(100)) {
    const answer = await send(port, new Agent(), { method: 'GET', path }).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error(`Nothing answers on port ${port}.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** The largest resident memory of a process since it was made. */
class MemoryWatch {
  private peakMb: number | null = null;
  private readonly timer = setInterval(() => void this.read(), 100);

  constructor(private readonly pid: number) {}

  async read(): Promise<number | null> {
    const rss = await readRssMb(this.pid);
    if (rss !== null) this.peakMb = Math.max(this.peakMb ?? 0, rss.own);
    return rss?.own ?? null;
  }

  stop(): number | null {
    clearInterval(this.timer);
    return this.peakMb;
  }
}
