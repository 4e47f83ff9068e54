import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { AppError } from '@eyeline/contracts';

export type Program = 'ffmpeg' | 'ffprobe';

/** Part of util-linux: runs a program that the kernel ends together with the thread that started it. */
const SETPRIV = '/usr/bin/setpriv';

/** Busybox has a setpriv without this; there, as on other systems, a lost parent is noticed at the next write. */
const canTie = (): boolean =>
  process.platform === 'linux' &&
  existsSync(SETPRIV) &&
  spawnSync(SETPRIV, [...TIE, 'true'], { stdio: 'ignore' }).status === 0;

const TIE = ['--pdeathsig', 'KILL', '--'];

let endsWithParent: boolean | undefined;

/** What is kept of the messages of a program; the first ones tell what went wrong. */
const MAX_MESSAGE_LINES = 200;

export interface RunningProgram {
  readonly child: ChildProcess;
  /** The first lines of its standard error. */
  readonly messages: readonly string[];
  /**
   * Its exit code, once it has ended and everything that it wrote was read; null after a signal.
   * Rejects with AppError `internal` when the program is not installed.
   */
  readonly ended: Promise<number | null>;
  /** Ends it at once. ffmpeg has no children of its own. */
  kill(): void;
}

/**
 * Starts ffmpeg or ffprobe. fluent-ffmpeg's own `run` passes no further pipes and no wrapper to the program, so it
 * writes the arguments and this starts the process.
 *
 * @param onMessage gets every line of standard error
 */
export function startProgram(
  program: Program,
  args: readonly string[],
  options: {
    stdio?: StdioOptions;
    cwd?: string;
    signal?: AbortSignal;
    onMessage?: (line: string) => void;
  } = {},
): RunningProgram {
  endsWithParent ??= canTie();
  const [command, all] = endsWithParent ? [SETPRIV, [...TIE, program, ...args]] : [program, [...args]];
  const child = spawn(command, all, {
    stdio: options.stdio ?? ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd,
  });
  const messages: string[] = [];
  const ended = new Promise<number | null>((done, failed) => {
    child.once('error', (cause) => failed(notInstalled(program, cause)));
    // setpriv answers 127 for a program that it does not find, as a shell does.
    child.once('close', (code) => (code === 127 ? failed(notInstalled(program)) : done(code)));
  });
  ended.catch(() => undefined); // whoever awaits it gets the error; nobody may be there yet
  // A pipe that breaks while its program is killed is no news: `ended` tells how it went.
  for (const pipe of child.stdio) pipe?.on('error', (error) => messages.push(String(error)));
  readLines(child.stderr!, (line) => {
    if (messages.length < MAX_MESSAGE_LINES) messages.push(line);
    options.onMessage?.(line);
  });
  const kill = () => {
    child.kill('SIGKILL');
  };
  if (options.signal?.aborted) kill();
  options.signal?.addEventListener('abort', kill, { once: true });
  child.once('close', () => options.signal?.removeEventListener('abort', kill));
  return { child, messages, ended, kill };
}

const notInstalled = (program: Program, cause?: unknown): AppError =>
  new AppError('internal', {
    detail: `${program} is not installed on this machine: install ffmpeg 4.4 or newer (apt-get install ffmpeg, brew install ffmpeg).`,
    cause,
  });

/** Calls `onLine` for each line of a text stream, without the line break. */
export function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split(/\r?\n|\r/);
    rest = lines.pop()!;
    lines.forEach(onLine);
  });
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}
