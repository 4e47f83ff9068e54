import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@eyeline/embedded';

import { type RunningServer } from './running-server.js';
import { configPath, SERVERS, writeSwiftFiles } from './swift/swift-files.js';
import { debianProgram, missingSwiftPrograms } from './swift/swift-programs.js';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;

export interface S3ServerSettings {
  /** Default: a free one. */
  readonly port?: number;
  /** Where buckets are kept when the server stops, to be started with again. Default: a temporary folder that goes with it. */
  readonly dataDir?: string;
}

/**
 * A real S3 server: OpenStack Swift with its S3 interface, one process for each of its parts, without workers. It
 * checks signatures, their expiry and Content-MD5. Ready in three seconds or more.
 *
 * Its processes end with the one that started them, however that ends (setpriv's --pdeathsig), so start it from a
 * process that lives as long as the server is wanted.
 *
 * @throws Error that says how to install it, where it is missing
 */
export async function startS3(settings: S3ServerSettings = {}): Promise<RunningServer> {
  const missing = missingSwiftPrograms();
  if (missing.length > 0) {
    throw new Error(`The S3 server of the tests is not installed (${missing.join(', ')}): run \`npm test\`.`);
  }
  const folder = settings.dataDir ?? (await mkdtemp(join(tmpdir(), 'eyeline-s3-')));
  const [account, container, object, memcached, freePort] = await findFreePorts(5);
  const ports = { account, container, object, memcached, proxy: settings.port ?? freePort };
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(endProcess));
    if (settings.dataDir === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    await writeSwiftFiles(folder, ports);
    const start = async (program: string, args: readonly string[]): Promise<void> => {
      children.push(await spawnTied(folder, program, args));
    };
    const cache = ['-l', '127.0.0.1', '-p', String(memcached), '-U', '0', '-m', '16'];
    await start('memcached', [...cache, '-u', userInfo().username]);
    for (const server of SERVERS) await start(`swift-${server}-server`, [configPath(folder, server)]);
    const url = `http://127.0.0.1:${ports.proxy}`;
    await untilAllAnswer(
      SERVERS.map((server) => `http://127.0.0.1:${ports[server]}/`),
      children,
      folder,
    );
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const logPath = (folder: string, program: string): string => join(folder, 'log', `${program}.log`);

/** Starts a program that is killed when this process is gone. */
async function spawnTied(folder: string, program: string, args: readonly string[]): Promise<ChildProcess> {
  const log = await open(logPath(folder, program), 'w');
  try {
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', debianProgram(program), ...args], {
      stdio: ['ignore', log.fd, log.fd],
    });
    await new Promise<void>((started, failed) => child.once('spawn', started).once('error', failed));
    return child;
  } finally {
    await log.close();
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exited = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(timer);
}

async function untilAllAnswer(
  addresses: readonly string[],
  children: readonly ChildProcess[],
  folder: string,
): Promise<void> {
  const untilMs = Date.now() + START_LIMIT_MS;
  for (const address of addresses) {
    while (!(await answers(address))) {
      if (children.some(hasEnded) || Date.now() > untilMs) throw await tellWhy(children, folder);
      await sleep(50);
    }
  }
}

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true, // whatever: it listens
    () => false,
  );

async function tellWhy(children: readonly ChildProcess[], folder: string): Promise<Error> {
  const programs = children.map(({ spawnargs }) => basename(spawnargs[3]));
  const logs = await Promise.all(programs.map((program) => readFile(logPath(folder, program), 'utf8')));
  return new Error(`The S3 server did not start:\n${logs.join('')}`);
}

async function findFreePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await findFreePort());
  return [...ports];
}
