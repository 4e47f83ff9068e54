import { ConfigError } from '@eyeline/config';
import { AppError } from '@eyeline/contracts';

import { UsageError } from './usage-error.js';

/** A line for the person at the terminal; over a bar, where one is being drawn. */
export const say = (line: string): void =>
  void process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}${line}\n`);

/** Where the user is: npm runs commands in the project's folder. */
export const userFolder = (): string => process.env.INIT_CWD ?? process.cwd();

/**
 * Runs a command until it ends, or somebody stops it; says in plain words what went wrong.
 *
 * @returns the exit code
 */
export async function runCommand(work: (signal: AbortSignal) => Promise<void>): Promise<number> {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Error('stopped'));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop);
  try {
    await work(controller.signal);
    return 0;
  } catch (error) {
    if (controller.signal.aborted) say('stopped');
    else if (error instanceof UsageError || error instanceof ConfigError) say(error.message);
    else if (error instanceof AppError) say(`${error.code}: ${error.detail}`);
    else throw error;
    return error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop);
  }
}
