import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { AppError } from '@eyeline/contracts';
import { type InstalledModel, type ModelTime } from '@eyeline/vision';

/** Of memory, in kB as `ulimit` counts: node itself reserves about one of these four GB. */
const MAX_KB = 4_000_000;

const MAX_MS = 60_000;

/** What the process is called: compiled beside this file. */
const PROGRAM = fileURLToPath(new URL('./network-process.js', import.meta.url));

/** Status with which it says, in its standard error, what is wrong with the network. */
export const REFUSED = 3;

/**
 * Loads a network in a process of its own and has it look at a drawn face. A file may be made to take all memory or to run
 * for ever: then only that process ends.
 *
 * @param folder in which `<name>/manifest.json` lies
 * @throws {AppError} internal, naming the file and the reason; the signal's reason
 */
export async function tryApart(folder: string, name: string, signal: AbortSignal): Promise<void> {
  await runApart('try', folder, name, signal);
}

/**
 * Times a network in a process of its own.
 *
 * @throws as `tryApart`
 */
export async function timeApart(
  { path, manifest: { name } }: InstalledModel,
  signal: AbortSignal,
): Promise<ModelTime[]> {
  return JSON.parse(await runApart('time', dirname(dirname(path)), name, signal)) as ModelTime[];
}

async function runApart(
  task: 'try' | 'time',
  folder: string,
  name: string,
  signal: AbortSignal,
): Promise<string> {
  const limited = `ulimit -v ${MAX_KB} 2>/dev/null; exec "$@"`;
  const child = spawn('sh', ['-c', limited, 'sh', process.execPath, PROGRAM, task, folder, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MAX_MS,
    killSignal: 'SIGKILL',
    signal,
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
  });
  const [answer, said, [code, killedBy]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
  if (code === 0) return answer;
  if (code === REFUSED) throw new AppError('internal', { detail: said.trim() });
  const end = killedBy === null ? `status ${code}` : killedBy;
  throw new AppError('internal', {
    detail:
      `The network ${folder}/${name} ended the process that tried it (${end}): it asks for more than ` +
      `${MAX_KB / 1e6} GB of memory or ${MAX_MS / 1000} s, or makes the runtime fail.`,
  });
}
