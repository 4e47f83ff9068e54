import { basename, isAbsolute, relative } from 'node:path';

import { describeCommit } from '../commands/describe-commit.js';
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
