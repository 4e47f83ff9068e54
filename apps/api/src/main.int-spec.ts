import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { applyMigrations, createDatabase } from '@eyeline/database';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

const LOADER = new URL('../../../libs/testing/src/typescript-loader.mjs', import.meta.url).href;

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
}

/**
 * By how much the most memory that a process has held since now exceeds what it holds now. Linux alone tells; the
 * whole of it says little here, where the process has just compiled its own sources.
 */
function measureMemory({ pid }: ChildProcess): { grownMb(): number } {
  if (process.platform !== 'linux') return { grownMb: () => 0 };
  const read = (field: string): number =>
    Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  writeFileSync(`/proc/${pid}/clear_refs`, '5'); // forgets the peak so far
  const beforeMb = read('VmRSS');
  return { grownMb: () => read('VmHWM') - beforeMb };
}

/** Real: the process itself, as the supervisor starts it, with PostgreSQL and Redis. */
describe('the API process', () => {
  let database: TestDatabase;
  let dataDir: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'eyeline-api-'));
  });

  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  function run(settings: Record<string, string>): ChildProcess {
    const { PATH = '' } = process.env; // eslint-disable-line no-restricted-properties -- a child needs its own
    const child = spawn(process.execPath, ['--import', LOADER, join(import.meta.dirname, 'main.ts')], {
      env: {
        PATH,
        DATABASE_URL: database.url,
        REDIS_URL: testRedisUrl(),
        EYELINE_DATA_DIR: dataDir,
        PORT: '0',
        ...settings,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    children.push(child);
    return child;
  }

  /** Reads the log until the line that says the address; every line has to be JSON. */
  async function start(settings: Record<string, string> = {}): Promise<Started> {
    const child = run(settings);
    for await (const line of createInterface(child.stdout!)) {
      const { address } = JSON.parse(line) as { address?: string };
      if (address !== undefined) return { child, url: address };
    }
    throw new Error('The API ended before it listened.');
  }

  async function endOf(child: ChildProcess): Promise<{ code: unknown; stdout: string; stderr: string }> {
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name]!.on('data', (chunk: Buffer) => (printed[name] += chunk.toString()));
    const [code] = (await once(child, 'close')) as [unknown];
    return { code, ...printed };
  }

  it('says all mistakes of its settings in plain words', async () => {
    const { code, stderr } = await endOf(run({ PORT: 'x', LOG_LEVEL: 'loud' }));
    expect(code).toBe(1);
    expect(stderr).toMatch(/PORT.*\n.*LOG_LEVEL/);
    expect(stderr).not.toMatch(/\bat .*\(/);
  }, 60_000);

  it('refuses an address that others reach, and says why and the fix', async () => {
    const { code, stderr } = await endOf(run({ HOST: '0.0.0.0' }));
    expect(code).toBe(1);
    expect(stderr).toMatch(/HOST is 0\.0\.0\.0.*no API key exists.*127\.0\.0\.1/);
  }, 60_000);

  it('listens there once a key exists, and writes no key into its log', async () => {
    const guarded = await createTestDatabase();
    await applyMigrations(guarded.url);
    const opened = createDatabase(guarded.url);
    const { key, row } = await opened.keys.create({
      name: 'ci',
      projectId: 'lab',
      scopes: ['analyses:read'],
    });
    const wrong = `ey_${'w'.repeat(43)}`;
    const child = run({ DATABASE_URL: guarded.url, HOST: '0.0.0.0', LOG_LEVEL: 'trace' });
    let log = '';
    child.stderr!.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const statuses: number[] = [];
    for await (const line of createInterface(child.stdout!)) {
      log += line;
      const { address } = JSON.parse(line) as { address?: string };
      if (address === undefined) continue;
      const url = address.replace('0.0.0.0', '127.0.0.1');
      for (const [path, sent] of [
        ['/v1/analyses', key],
        [`/v1/analyses?tag=${key}`, key],
        ['/v1/analyses?limit=x', key],
        ['/nope', key],
        ['/v1/analyses', wrong],
      ]) {
        const answer = await fetch(url + path, { headers: { Authorization: `Bearer ${sent}` } });
        await answer.text();
        statuses.push(answer.status);
      }
      child.kill('SIGTERM');
    }
    await opened.close();
    await guarded.drop();
    expect(statuses).toEqual([200, 200, 400, 404, 401]);
    expect(log).toContain(`"keyId":"${row.id}"`);
    for (const secret of [key, wrong]) expect(log).not.toContain(secret.slice(11));
  }, 60_000);

  it('does not start when nothing can be stored, and says so', async () => {
    await writeFile(join(dataDir, 'a-file'), '');
    const { code, stdout } = await endOf(run({ EYELINE_DATA_DIR: join(dataDir, 'a-file') }));
    expect(code).toBe(1);
    expect(stdout).toMatch(/"msg":"the API could not start or stop in order"/);
    expect(stdout).toMatch(/storage_unavailable/);
    expect(stdout).not.toMatch(/the API listens/);
  }, 60_000);

  it('stays small while a large video passes through, and finishes a running request when told to stop', async () => {
    const { child, url } = await start();
    const memory = measureMemory(child);
    const chunk = Buffer.alloc(1 << 20);
    const chunks = 300;
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ === chunks) {
          controller.close();
          return;
        }
        if (sent === chunks / 2) child.kill('SIGTERM');
        controller.enqueue(chunk);
      },
    });
    const ended = endOf(child);
    const answer = await fetch(`${url}/v1/analyses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body,
      duplex: 'half',
    });
    expect(memory.grownMb()).toBeLessThan(120);
    expect(answer.status).toBe(202);
    await answer.text();
    expect((await ended).code).toBe(0);
  }, 60_000);

  it('cuts an upload that does not end, leaves nothing of it, and is gone in time', async () => {
    const before = await readdir(dataDir, { recursive: true });
    const { child, url } = await start();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    // The API cuts the connection, which is what the test is about.
    socket.on('error', () => undefined);
    socket.write(
      'POST /v1/analyses HTTP/1.1\r\nHost: localhost\r\nContent-Type: video/mp4\r\nContent-Length: 9000000\r\n\r\n',
    );
    socket.write(Buffer.alloc(1_000_000));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = performance.now();
    child.kill('SIGTERM');
    expect((await endOf(child)).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    const files = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(
      files.map(({ name }) => name).filter((name) => !before.some((path) => path.endsWith(name))),
    ).toEqual([]);
  }, 60_000);

  it('ends with its parent when it holds a lifeline, and answers who waits', async () => {
    const { child, url } = await start({ EYELINE_LIFELINE: 'stdin' });
    const created = await fetch(`${url}/v1/analyses`, {
      method: 'POST',
      body: 'abc',
      headers: { 'Content-Type': 'video/mp4' },
    });
    const { id } = (await created.json()) as { id: string };
    const waiting = fetch(`${url}/v1/analyses/${id}?wait=60`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = performance.now();
    child.stdin!.end();
    expect((await waiting).status).toBe(200);
    expect((await endOf(child)).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5000);
  }, 60_000);
});
