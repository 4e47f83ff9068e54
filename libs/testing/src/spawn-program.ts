import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/**
 * Runs TypeScript-free source as an ES module in a Node process of its own, where it may import any lib by its alias.
 * For what a test cannot do inside Jest: race other processes, be killed, load what Jest cannot.
 *
 * @example spawnProgram(`import { createDatabase } from '@eyeline/database'; console.log('ready')`)
 */
export function spawnProgram(source: string): ChildProcessByStdio<null, Readable, null> {
  const loader = pathToFileURL(join(import.meta.dirname, 'typescript-loader.mjs')).href;
  return spawn(process.execPath, ['--import', loader, '--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
