import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A step that did not work, told in words for the person at the terminal: no stack trace is wanted. */
export class SetupError extends Error {}

/** One line on standard error: standard output belongs to what a command was asked for. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Whether a program of this name is on the PATH. */
export function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(error.code)) return false;
      throw error;
    }
  });
}

/**
 * Runs a program to its end with its output on standard error. A signal to this process alone reaches it too.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { quiet?: boolean }} [options] quiet: show output only of a failure
 * @returns {Promise<{ code: number; output: string }>} output only when quiet
 */
export function runCommand(command, args, { quiet = false, ...options } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2],
      ...options,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    let stoppedBy = null;
    const forward = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    const letGo = () => signals.forEach((signal) => process.off(signal, forward));
    child.once('error', (error) => {
      letGo();
      fail(error);
    });
    child.once('close', (code, signal) => {
      letGo();
      if (stoppedBy !== null) return process.kill(process.pid, stoppedBy);
      if (quiet && code !== 0) say(output.trimEnd());
      done({ code: code ?? (signal === null ? 1 : 128), output });
    });
  });
}

/** Runs the entry point of a command: a SetupError ends it with its text and status 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
