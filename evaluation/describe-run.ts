import { execFileSync } from 'node:child_process';
import { basename, isAbsolute, relative } from 'node:path';

import { type EvaluateRequest } from './arguments.js';

/** Where figures come from. */
export interface RunDescription {
  readonly command: string;
  readonly commit: string;
  readonly date: string;
}

/** Absolute. */
export interface RunPaths {
  /** Of the set. */
  readonly path: string;
  /** Of the truths that are not beside it. */
  readonly truthPath: string | null;
  readonly boxesPath: string | null;
}

export function describeRun(
  { source, split, model }: EvaluateRequest,
  { path, truthPath, boxesPath }: RunPaths,
): RunDescription {
  const splitOption = source === 'fer2013' && split !== 'private' ? ` --split ${split}` : '';
  const truthOption = truthPath === null ? '' : ` --truth ${nameInPublic(truthPath)}`;
  const boxesOption = boxesPath === null ? '' : ` --boxes ${nameInPublic(boxesPath)}`;
  const modelOption = model === null ? '' : ` --model ${model}`;
  return {
    command: `npm run models -- evaluate --${source} ${nameInPublic(path)}${truthOption}${boxesOption}${splitOption}${modelOption}`,
    commit: describeCommit(),
    date: new Date().toISOString().slice(0, 10),
  };
}

/** How the folders of this machine are called is nobody's business. */
function nameInPublic(path: string): string {
  const inside = relative(process.cwd(), path);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? basename(path) : inside;
}

/**
 * Short hash of the commit, with a plus sign if files differ from it; the documents do not count, which this command
 * itself writes. `unknown` where there is no git.
 */
function describeCommit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--', '.', ':!docs') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`;
  } catch (error) {
    process.stderr.write(`The commit is not known: ${(error as Error).message.split('\n')[0]}\n`);
    return 'unknown';
  }
}
