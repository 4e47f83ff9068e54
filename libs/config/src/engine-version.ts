import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version that reports name: that of the nearest package.json above, wherever the build has put this file. */
export function readEngineVersion(from: string = import.meta.dirname): string {
  const file = join(from, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  const parent = dirname(from);
  if (parent === from) throw new Error('There is no package.json above this one.');
  return readEngineVersion(parent);
}
