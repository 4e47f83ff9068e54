import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { identifyProcess, isAlive } from '../processes/process-identity.js';
import { StackError } from './stack-error.js';

interface Claim {
  readonly process: string;
  readonly address: string;
}

const claimPath = (dataDir: string): string => join(dataDir, 'stack.json');

function readClaim(path: string): Claim | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Claim;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Where the stack answers that runs on the folder; null when none does. */
export function findRunningStack(dataDir: string): string | null {
  const claim = readClaim(claimPath(dataDir));
  return claim !== null && isAlive(claim.process) ? claim.address : null;
}

/** True when the file was made by us; it appears with its content in one step. */
function tryToClaim(path: string, claim: Claim): boolean {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, `${JSON.stringify(claim)}\n`);
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Makes this process the only one that runs a stack on the folder, by the file `stack.json` there. What a killed
 * process left is passed over.
 *
 * @param address where the stack will answer, for the message to whoever comes second
 * @returns gives the folder back
 * @throws {StackError} when a living process has it
 */
export function claimDataFolder(dataDir: string, address: string): () => void {
  // PostgreSQL's user has to pass through; what is in it is nobody else's business.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  for (const name of ['objects', 'scratch', 'logs']) {
    mkdirSync(join(dataDir, name), { recursive: true, mode: 0o700 });
  }
  const path = claimPath(dataDir);
  const claim: Claim = { process: identifyProcess(process.pid), address };
  while (!tryToClaim(path, claim)) {
    const holder = readClaim(path);
    if (holder === null) continue;
    if (isAlive(holder.process)) {
      throw new StackError(
        `The data folder ${dataDir} is in use by another Eyeline: process ${holder.process.split(' ')[0]}, ` +
          `${holder.address}.\nStop that one, or choose another folder: EYELINE_DATA_DIR=...`,
      );
    }
    const aside = `${path}.stale-${process.pid}`;
    try {
      renameSync(path, aside);
      // Somebody else may have taken the dead one away and claimed the folder in between: give that back.
      if (readClaim(aside)?.process !== holder.process) linkSync(aside, path);
    } catch (error) {
      if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    } finally {
      rmSync(aside, { force: true });
    }
  }
  return () => rmSync(path, { force: true });
}
