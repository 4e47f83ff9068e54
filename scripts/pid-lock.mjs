import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When a process began, as Linux counts it: together with its id it names one process for good, since ids are
 * used again. Elsewhere the id alone has to do.
 */
function startTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return '';
    throw error;
  }
}

/** A text that names the process with this id, for `isAlive`. */
export const identify = (pid) => `${pid} ${startTimeOf(pid)}`.trim();

/** Whether the process that `identify` named still runs. */
export function isAlive(identity) {
  const pid = Number(identity.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    if (error.code !== 'EPERM') throw error;
  }
  return identify(pid) === identity;
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** True when the lock file is now ours. It appears with its content in one step, so nobody reads half of it. */
function tryToTake(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, identify(process.pid));
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes away the lock of a dead holder; when another was faster and the lock is alive again, puts it back. */
function removeStale(path, holder) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== holder) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Runs `work` while no other process holds the lock file; waits for a living holder, passes over a dead one.
 *
 * @param {string} path the lock file
 * @param {() => Promise<unknown>} work
 * @param {{ onWait?: (holderPid: number) => void }} [options] called once, when there is somebody to wait for
 */
export async function withLock(path, work, { onWait } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryToTake(path)) {
    const holder = readIfThere(path);
    if (holder === null) continue;
    if (!isAlive(holder)) {
      removeStale(path, holder);
      continue;
    }
    if (!told) onWait?.(Number(holder.split(' ')[0]));
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
