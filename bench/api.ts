import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

import { readRssMb } from './process-tree.js';
import { type ServiceProcess, startService, stopService, withApi } from './service-process.js';

const BARE_ROUTE = fileURLToPath(new URL('./workloads/bare-route.js', import.meta.url));

const POLLS = 10_000;
const POLLS_AT_ONCE = 32;
const UPLOADS = 200;
const UPLOAD_BYTES = 5_000_000;

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
export const measureApi = (onRun: (text: string) => void): Promise<ApiResult> =>
  withApi({}, async (api) => {
    const bare = await startService(BARE_ROUTE, '/', {});
    try {
      return await measureBoth(api, bare.port, onRun);
    } finally {
      await stopService(bare);
    }
  });

async function measureBoth(
  { port, child }: ServiceProcess,
  barePort: number,
  onRun: (text: string) => void,
): Promise<ApiResult> {
  const body = Buffer.alloc(UPLOAD_BYTES);
  const upload: Call = { method: 'POST', path: '/v1/analyses', body };
  const { text } = await send(port, new Agent(), upload);
  const poll: Call = { method: 'GET', path: `/v1/analyses/${(JSON.parse(text) as { id: string }).id}` };
  const memory = new MemoryWatch(child.pid!);
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
