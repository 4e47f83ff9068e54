import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { readLogLine } from '../logs/read-log-line.js';
import { RotatingLog } from '../logs/rotating-log.js';
import { type PostgresServer, startPostgres } from '../postgres/postgres-server.js';
import { restartDelayMs } from '../processes/back-off.js';
import { tryPort } from '../processes/free-port.js';
import { ManagedProcess, type ProcessEnd } from '../processes/managed-process.js';
import { claimDataFolder } from './claim-data-folder.js';
import { StackError } from './stack-error.js';
import { type StackSettings, childEnvironment } from './stack-settings.js';

/** What a stack tells whoever started it. */
export interface StackListener {
  /** A part is up: `PostgreSQL`, `API`, `worker 1`. */
  onStarted(name: string, detail: string): void;
  /** A line of a part's log; it is in the log file already. */
  onLine(name: string, line: string, stream: 'stdout' | 'stderr'): void;
  /** A part ended by itself, and is started again. */
  onEnd(name: string, end: Pick<ProcessEnd, 'reason' | 'restartInMs' | 'endsInARow' | 'lastLines'>): void;
}

/** A part that ended so often before the stack was ready will not come up by waiting. */
const ENDS_BEFORE_GIVING_UP = 3;
const READY_LIMIT_MS = 120_000;

// Together under the 15 s that a stop may take.
const APPS_STOP_MS = 10_500; // API and workers end themselves after 10 s
const POSTGRES_STOP_MS = 3_000;

/** PostgreSQL, the API and the workers, kept running in that order, and stopped in the opposite one. */
export class Stack {
  /** Where the API answers. */
  readonly address: string;
  private releaseFolder: () => void = () => undefined;
  private postgres: PostgresServer | null = null;
  private readonly apps: ManagedProcess[] = [];
  private readonly logs = new Map<string, RotatingLog>();
  private stopping: Promise<void> | null = null;
  private isReady = false;
  private hasLogTrouble = false;
  private giveUp: (error: StackError) => void = () => undefined;

  private constructor(
    private readonly settings: StackSettings,
    private readonly port: number,
    private readonly listener: StackListener,
  ) {
    const host = ['0.0.0.0', '::', '::1'].includes(settings.host) ? 'localhost' : settings.host;
    this.address = `http://${host}:${port}`;
  }

  /**
   * Resolves when `/readyz` answers 200.
   *
   * @param signal stops a start that is under way; what was started is stopped before this rejects
   * @throws {StackError} when a port or the data folder is taken, or a part does not come up
   */
  static async start(settings: StackSettings, listener: StackListener, signal: AbortSignal): Promise<Stack> {
    const port = await tryPort(settings.host, settings.port).catch((cause: unknown) => {
      throw new StackError(describePortError(cause, settings), { cause });
    });
    const stack = new Stack(settings, port, listener);
    stack.releaseFolder = claimDataFolder(settings.dataDir, stack.address);
    try {
      await stack.bringUp(signal);
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  private async bringUp(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<never>((_, fail) => {
      const onAbort = () => fail(new StackError('The start was interrupted.'));
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
    });
    const gaveUp = new Promise<never>((_, fail) => (this.giveUp = fail));
    // Both may reject when nobody waits any more.
    aborted.catch(() => undefined);
    gaveUp.catch(() => undefined);
    if (this.settings.databaseUrl === null) await this.startDatabase(undefined);
    if (signal.aborted) await aborted;
    this.startApps();
    await Promise.race([this.waitUntilReady(signal), aborted, gaveUp]);
    this.isReady = true;
    this.listener.onStarted('API', this.address);
  }

  private async startDatabase(port: number | undefined): Promise<void> {
    const { dataDir, isDurable } = this.settings;
    const log = this.openLog('postgres');
    const settings = { dataDir, isDurable, port, onLog: (line: string) => this.writeLog(log, line) };
    const server = await startPostgres(settings).catch((cause: unknown) => {
      throw new StackError(cause instanceof Error ? cause.message : String(cause), { cause });
    });
    this.postgres = server;
    this.listener.onStarted('PostgreSQL', `127.0.0.1:${server.port}, ${server.cluster}`);
    void server.ended.then(() => this.restartDatabase(server.port, 1));
  }

  /** On the same port: the API and the workers know no other. */
  private async restartDatabase(port: number, endsInARow: number): Promise<void> {
    if (this.stopping !== null) return;
    const restartInMs = restartDelayMs(endsInARow);
    this.listener.onEnd('PostgreSQL', { reason: 'it ended', restartInMs, endsInARow, lastLines: [] });
    await sleep(restartInMs);
    if (this.stopping !== null) return;
    try {
      await this.startDatabase(port);
    } catch (error) {
      this.listener.onLine('PostgreSQL', String(error), 'stderr');
      await this.restartDatabase(port, endsInARow + 1);
    }
  }

  private startApps(): void {
    const { programs, workers } = this.settings;
    const environment = childEnvironment(this.settings, {
      port: this.port,
      postgresUrl: this.postgres?.url ?? null,
    });
    const names = ['api', ...Array.from({ length: workers }, (_, i) => `worker-${i + 1}`)];
    for (const name of names) {
      const log = this.openLog(name);
      const shownAs = name === 'api' ? 'API' : name.replace('-', ' ');
      const app = new ManagedProcess({
        name: shownAs,
        program: join(programs, 'apps', name === 'api' ? 'api' : 'worker', 'src/main.js'),
        environment,
        onLine: (line, stream) => {
          this.writeLog(log, line);
          this.listener.onLine(shownAs, line, stream);
        },
        onEnd: (end) => this.handleEnd(shownAs, end),
      });
      this.apps.push(app);
      app.start();
      if (name !== 'api') this.listener.onStarted(shownAs, `process ${app.pid}`);
    }
  }

  private handleEnd(name: string, end: ProcessEnd): void {
    this.listener.onEnd(name, end);
    if (this.isReady || end.endsInARow < ENDS_BEFORE_GIVING_UP) return;
    const said = end.lastLines.map((line) => `\n  ${readLogLine(line, 'stderr').text}`).join('');
    this.giveUp(new StackError(`The ${name} does not start (${end.reason}). It said:${said}`));
  }

  private async waitUntilReady(signal: AbortSignal): Promise<void> {
    const until = Date.now() + READY_LIMIT_MS;
    while (!signal.aborted && this.stopping === null) {
      const ready = await fetch(`${this.address}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.status === 200;
        },
        () => false, // nobody listens yet
      );
      if (ready) return;
      if (Date.now() > until) {
        throw new StackError(`The API was not ready within ${READY_LIMIT_MS / 1000} s.`);
      }
      await sleep(60);
    }
  }

  private openLog(name: string): RotatingLog {
    const open = this.logs.get(name) ?? new RotatingLog(join(this.settings.dataDir, 'logs', `${name}.log`));
    this.logs.set(name, open);
    return open;
  }

  /** A full disk is told once, and does not bring the supervisor down too. */
  private writeLog(log: RotatingLog, line: string): void {
    try {
      log.write(line);
    } catch (error) {
      if (!this.hasLogTrouble) this.listener.onLine('logs', `not written: ${String(error)}`, 'stderr');
      this.hasLogTrouble = true;
    }
  }

  /** API and workers first, so that jobs are handed back to a queue that is still there; then PostgreSQL. */
  stop(): Promise<void> {
    this.stopping ??= (async () => {
      await Promise.all(this.apps.map((app) => app.stop(APPS_STOP_MS)));
      await this.postgres?.stop(POSTGRES_STOP_MS);
      for (const log of this.logs.values()) log.close();
      this.releaseFolder();
    })();
    return this.stopping;
  }
}

function describePortError(cause: unknown, { host, port }: StackSettings): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program. Choose another one: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000`;
  return `The address ${host}:${port} cannot be used: ${message}`;
}
