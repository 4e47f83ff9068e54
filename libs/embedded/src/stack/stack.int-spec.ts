import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findFreePort } from '../processes/free-port.js';
import { isRunning } from '../processes/is-running.js';

// Real: supervisor, PostgreSQL, processes, signals. Stand-ins (test/programs): the API and the worker.

jest.setTimeout(60_000);

const root = resolve(__dirname, '../../../..');

interface RunningStack {
  readonly supervisor: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly output: () => string;
}

/** In a session of its own, as a terminal would start it. */
function startStack(environment: NodeJS.ProcessEnv): RunningStack {
  const loader = join(root, 'libs/testing/src/typescript-loader.mjs');
  const program = join(root, 'libs/embedded/test/run-stack.ts');
  const supervisor = spawn(process.execPath, ['--import', loader, program], {
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const exited = new Promise<number | null>((done) => supervisor.once('exit', done));
  return { supervisor, exited, output: () => printed };
}

async function until(condition: () => boolean | Promise<boolean>, withinMs: number, what: () => string) {
  const startedAt = Date.now();
  while (!(await condition())) {
    if (Date.now() - startedAt > withinMs) throw new Error(`${withinMs} ms were not enough: ${what()}`);
    await sleep(50);
  }
}

/** Every process whose parents lead to this one: the supervisor, PostgreSQL, API, workers. */
async function listTree(rootPid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''); // it may have ended meanwhile
    if (stat !== '') parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const belongs = (pid: number | undefined): boolean =>
    pid !== undefined && pid !== 0 && (pid === rootPid || belongs(parents.get(pid)));
  return [...parents.keys()].filter(belongs);
}

const sessionOf = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3]);
};

const commandLineOf = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();

(existsSync('/proc/self/stat') ? describe : describe.skip)('a stack under the supervisor', () => {
  let dataDir: string;
  let port: number;
  let running: RunningStack[];

  const start = (environment: NodeJS.ProcessEnv = {}) => {
    const stack = startStack({ EYELINE_DATA_DIR: dataDir, PORT: String(port), ...environment });
    running.push(stack);
    return stack;
  };
  /** The API is up before the workers are, and who has not begun cannot end in order. */
  const whenUp = async (stack: RunningStack, workers = 1) => {
    await until(() => stack.output().includes('Eyeline is up'), 30_000, stack.output);
    await until(() => stack.output().split('for everybody').length > workers, 10_000, stack.output);
  };
  const ends = async () => (await readFile(join(dataDir, 'ends.txt'), 'utf8')).trim().split('\n').sort();

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'eyeline-stack-'));
    await chmod(dataDir, 0o711);
    port = await findFreePort();
    running = [];
  });

  afterEach(async () => {
    for (const { supervisor, exited } of running) {
      supervisor.kill('SIGTERM');
      await exited;
    }
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  it('Ctrl-C to the whole group: API and workers end while the database is up, then it does, exit 0', async () => {
    const stack = start({ WORKERS: '2' });
    await whenUp(stack, 2);
    const pid = Number(stack.supervisor.pid);
    const tree = await listTree(pid);
    const lines = await Promise.all(tree.map(commandLineOf));
    expect(lines.filter((line) => line.includes('apps/api/src/main.js'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('apps/worker/src/main.js'))).toHaveLength(2);
    const own = await Promise.all(
      tree.map(async (member, i) => (/^postgres: /.test(lines[i]) ? pid : await sessionOf(member))),
    );
    expect(new Set(own)).toEqual(new Set([pid])); // all in the session that the supervisor leads

    const startedAt = Date.now();
    process.kill(-pid, 'SIGINT');
    expect(await stack.exited).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(tree.filter(isRunning)).toEqual([]);
    expect(await ends()).toEqual([
      'api: signal, database up',
      'worker: signal, database up',
      'worker: signal, database up',
    ]);
  });

  it('shows warnings in short, keeps every line in files; SIGTERM to it alone stops all the same', async () => {
    const stack = start();
    await whenUp(stack);
    expect(stack.output()).toMatch(/worker 1 +warn for everybody \(the cause\)/);
    expect(stack.output()).not.toContain('only for the file');
    expect(await readFile(join(dataDir, 'logs/worker-1.log'), 'utf8')).toContain('only for the file');
    const tree = await listTree(Number(stack.supervisor.pid));
    stack.supervisor.kill('SIGTERM');
    expect(await stack.exited).toBe(0);
    expect(tree.filter(isRunning)).toEqual([]);
    expect(await ends()).toEqual(['api: signal, database up', 'worker: signal, database up']);
  });

  it('everything ends in order by itself when the supervisor is killed', async () => {
    const stack = start();
    await whenUp(stack);
    const tree = await listTree(Number(stack.supervisor.pid));
    expect(tree.length).toBeGreaterThan(5);
    stack.supervisor.kill('SIGKILL');
    await until(
      () => !tree.some(isRunning),
      10_000,
      () => `left: ${tree.filter(isRunning).join(' ')}`,
    );
    expect(await ends()).toEqual(['api: parent gone, database up', 'worker: parent gone, database up']);
  });

  it('starts what crashed again, and says so: the API, PostgreSQL at the same address', async () => {
    const stack = start();
    await whenUp(stack);
    const url = `http://127.0.0.1:${port}`;
    const before = await (await fetch(`${url}/pid`)).text();
    await fetch(`${url}/crash`).catch(() => undefined); // the answer never comes
    const pidNow = () =>
      fetch(`${url}/pid`).then(
        (answer) => answer.text(),
        () => before,
      );
    await until(async () => (await pidNow()) !== before, 10_000, stack.output);
    expect(stack.output()).toMatch(/API +ended \(exit code 3\); starting it again in 500 ms/);

    const [pid, , , postgresPort] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split(
      '\n',
    );
    process.kill(Number(pid), 'SIGKILL');
    const file = () => readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
    await until(
      async () => {
        const [newPid, , , newPort, , , , state] = (await file()).split('\n');
        return newPid !== pid && newPort === postgresPort && state?.trim() === 'ready';
      },
      20_000,
      stack.output,
    );
  });

  it('says which port is taken, and which data folder is in use', async () => {
    const holder = createServer().listen(port, '127.0.0.1');
    const refused = start();
    expect(await refused.exited).toBe(1);
    expect(refused.output()).toMatch(/Port \d+ on 127\.0\.0\.1 is taken by another program/);
    await new Promise((done) => holder.close(done));

    await whenUp(start());
    const second = start({ PORT: '0' });
    expect(await second.exited).toBe(1);
    expect(second.output()).toMatch(/data folder .* is in use by another Eyeline: process \d+, http:/);
  });

  it('gives up with the words of an API that does not start', async () => {
    const stack = start({ LOG_LEVEL: 'refuse' });
    const startedAt = Date.now();
    expect(await stack.exited).toBe(1);
    expect(Date.now() - startedAt).toBeLessThan(15_000);
    expect(stack.output()).toContain('LOG_LEVEL must be something else');
  });
});
