import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a supervisor waits before it starts a process again. */
const RESTART_AFTER_MS = 1000;
const STOP_LIMIT_MS = 12_000;

/** pino's level of what ends a process. */
const FATAL = 60;

export type LogLine = Readonly<Record<string, unknown>>;

interface AppSettings {
  /** Also that of its log file. */
  readonly name: string;
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly onLine: (line: LogLine) => void;
}

/** The API or a worker, with somebody who starts it again when it ends by itself, as every production system has. */
export class AppProcess {
  /** Each time it ended without having been told to: what it said last. */
  readonly crashes: string[] = [];
  private child: ChildProcess | null = null;
  private exited: Promise<void> = Promise.resolve();
  private isWanted = false;
  private restartTimer: NodeJS.Timeout | undefined;
  private readonly log: WriteStream;

  constructor(private readonly settings: AppSettings) {
    this.log = createWriteStream(settings.logFile, { flags: 'a' });
  }

  get name(): string {
    return this.settings.name;
  }

  start(): void {
    this.isWanted = true;
    const { program, environment, onLine } = this.settings;
    const child = spawn(process.execPath, [program], { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    this.child = child;
    child.stderr.pipe(this.log, { end: false });
    let lastWords: LogLine | null = null;
    createInterface(child.stdout).on('line', (text) => {
      this.log.write(`${text}\n`);
      const line = parseLine(text);
      if (line.level === FATAL) lastWords = line;
      onLine(line);
    });
    this.exited = new Promise((done) =>
      child.once('close', (code, signal) => {
        this.log.write(`-- ended: ${signal ?? code}\n`);
        this.child = null;
        done();
        if (!this.isWanted) return;
        this.crashes.push(lastWords === null ? `${signal ?? code}` : describeError(lastWords));
        this.restartTimer = setTimeout(() => this.start(), RESTART_AFTER_MS);
      }),
    );
  }

  /** kill -9: it stays down until `start`. */
  async kill(): Promise<void> {
    this.letGo();
    this.child?.kill('SIGKILL');
    await this.exited;
  }

  /** As an operator would; resolves when it has ended. */
  async stop(): Promise<void> {
    this.letGo();
    this.child?.kill('SIGCONT');
    this.child?.kill('SIGTERM');
    const timer = setTimeout(() => this.child?.kill('SIGKILL'), STOP_LIMIT_MS);
    await this.exited;
    clearTimeout(timer);
  }

  /** It stands still with all its connections open, as on a machine that is swapped out or paused. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** Call it last. */
  closeLog(): Promise<void> {
    return new Promise((done) => this.log.end(done));
  }

  private letGo(): void {
    this.isWanted = false;
    clearTimeout(this.restartTimer);
  }
}

const describeError = ({ msg, err }: LogLine): string =>
  `${String(msg)}: ${String((err as { message?: string } | undefined)?.message)}`;

/** A process that is killed may leave half a line. */
function parseLine(text: string): LogLine {
  try {
    return JSON.parse(text) as LogLine;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { msg: text };
  }
}
