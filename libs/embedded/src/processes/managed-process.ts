import { type ChildProcess, spawn } from 'node:child_process';

import { STABLE_AFTER_MS, restartDelayMs } from './back-off.js';
import { readLines } from './line-reader.js';

export interface ProcessEnd {
  /** In words, such as `exit code 1` or `SIGKILL`. */
  readonly reason: string;
  /** 1 for the first, more when it ends again soon after its start. */
  readonly endsInARow: number;
  readonly restartInMs: number;
  /** The last lines that it printed. */
  readonly lastLines: readonly string[];
}

export interface ManagedProcessSettings {
  /** What people call it: `API`, `worker 1`. */
  readonly name: string;
  /** The JavaScript file. */
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  onLine(line: string, stream: 'stdout' | 'stderr'): void;
  /** Called when it ended although nobody asked it to; it will be started again. */
  onEnd(end: ProcessEnd): void;
}

const KEPT_LINES = 20;

/**
 * A Node program that is started again whenever it ends, until it is stopped. Its standard input is a pipe that nothing
 * is written to: it closes when this process vanishes, which tells the program to stop (`EYELINE_LIFELINE=stdin`).
 */
export class ManagedProcess {
  private child: ChildProcess | null = null;
  private exited: Promise<void> = Promise.resolve();
  private restartTimer: NodeJS.Timeout | null = null;
  private isStopping = false;
  private endsInARow = 0;
  private recent: string[] = [];

  constructor(private readonly settings: ManagedProcessSettings) {}

  get name(): string {
    return this.settings.name;
  }

  /** Undefined between an end and the next start. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const { program, environment } = this.settings;
    const startedAt = Date.now();
    // Not detached: it stays in our session and process group.
    const child = spawn(process.execPath, ['--enable-source-maps', program], {
      env: { ...environment, EYELINE_LIFELINE: 'stdin' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child = child;
    this.recent = [];
    // The pipe breaks when the program ends; its exit tells us.
    child.stdin.on('error', () => undefined);
    for (const stream of ['stdout', 'stderr'] as const) {
      readLines(child[stream], (line) => {
        this.recent.push(line);
        if (this.recent.length > KEPT_LINES) this.recent.shift();
        this.settings.onLine(line, stream);
      });
    }
    this.exited = new Promise((done) => {
      child.once('error', (error) => {
        this.recent.push(error.message);
        if (child.pid === undefined) child.emit('close', null, 'not started');
      });
      child.once('close', (code, signal) => {
        this.child = null;
        done();
        if (!this.isStopping) this.planRestart(signal ?? `exit code ${code}`, Date.now() - startedAt);
      });
    });
  }

  private planRestart(reason: string, ranMs: number): void {
    this.endsInARow = ranMs >= STABLE_AFTER_MS ? 1 : this.endsInARow + 1;
    const restartInMs = restartDelayMs(this.endsInARow);
    this.restartTimer = setTimeout(() => this.start(), restartInMs);
    this.settings.onEnd({ reason, endsInARow: this.endsInARow, restartInMs, lastLines: this.recent });
  }

  /** Asks it to stop (SIGTERM), kills it when it has not within the time; resolves when it is gone, and stays so. */
  async stop(withinMs: number): Promise<void> {
    this.isStopping = true;
    if (this.restartTimer !== null) clearTimeout(this.restartTimer);
    const { child } = this;
    if (child === null) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
    await this.exited;
    clearTimeout(timer);
  }
}
