import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { type ServerAccount } from './server-account.js';

/**
 * PostgreSQL knows nothing of its parent: it survives the parent's death, and takes the terminal's Ctrl-C, which goes
 * to the whole process group, as an order to stop before the API and the workers have. So a small shell stands in
 * between. It
 * - gives the server a process group of its own (`set -m`) inside the same session: signals to ours do not reach it;
 * - reads standard input, a pipe from us: a line means stop, its end means that we are gone; then the API and the
 *   workers, which see the same, get `$1` seconds to hand back their jobs before the server stops;
 * - stops the server with SIGINT, PostgreSQL's fast shutdown.
 * Should the shell itself be killed, the kernel sends that SIGINT (setpriv's --pdeathsig, Linux only).
 */
const GUARD = `
trap '' INT TERM HUP
grace_s=$1
shift
set -m
(trap - INT TERM HUP; exec "$@") </dev/null &
server=$!
set +m
while kill -0 "$server" 2>/dev/null; do
  read -r -t 1
  outcome=$? # 0: a line; above 128: nothing for a second; else the end
  if [ "$outcome" -gt 128 ]; then continue; fi
  if [ "$outcome" -ne 0 ]; then sleep "$grace_s"; fi
  break
done
kill -INT "$server" 2>/dev/null
wait "$server"
`;

function findOnPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Starts a server behind the guard. Write a line to its standard input to stop it; its exit code is the server's.
 *
 * @param graceS how long the server outlives us when we vanish without a word
 */
export function spawnGuarded(
  command: readonly string[],
  { account, graceS, env }: { account: ServerAccount | null; graceS: number; env: NodeJS.ProcessEnv },
): ChildProcess {
  const setpriv = process.platform === 'linux' ? findOnPath('setpriv') : undefined;
  const tied = setpriv === undefined ? command : [setpriv, '--pdeathsig', 'INT', ...command];
  return spawn('bash', ['-c', GUARD, 'postgres-guard', String(graceS), ...tied], {
    ...account,
    cwd: '/',
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
