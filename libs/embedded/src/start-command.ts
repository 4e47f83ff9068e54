import { relative } from 'node:path';

import { WARN } from './logs/read-log-line.js';
import { listenForStop, whenAborted } from './processes/stop-request.js';
import { StackError } from './stack/stack-error.js';
import { readStackSettings } from './stack/stack-settings.js';
import { Stack } from './stack/stack.js';
import { ignoreClosedOutput } from './terminal/closed-output.js';
import { createStackReporter } from './terminal/stack-reporter.js';
import { createStyle, wantsColour } from './terminal/style.js';

/**
 * `npm start`: the whole stack in the foreground until it is told to stop.
 *
 * @param programs the build folder
 * @returns the exit code
 */
export async function runStartCommand(programs: string): Promise<number> {
  ignoreClosedOutput();
  const stop = listenForStop();
  const style = createStyle(wantsColour(process.stdout, process.env));
  const print = (line: string) => console.log(line);
  const startedAt = Date.now();
  try {
    const settings = readStackSettings(process.env, { programs, folder: process.cwd() });
    print(`${style.bold('Eyeline')} is starting ...`);
    const stack = await Stack.start(
      settings,
      createStackReporter(print, { style, showsParts: true, fromLevel: WARN }),
      stop,
    );
    const folder = relative(process.cwd(), settings.dataDir);
    const shownFolder = folder.startsWith('..') ? settings.dataDir : folder || '.';
    print(`\n${style.bold('Eyeline is up')} after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    print(`  ${style.paint('cyan', stack.address)}`);
    print(`  API reference ${stack.address}/docs, data ${shownFolder}, logs ${shownFolder}/logs`);
    print(style.dim('  Ctrl-C stops it.'));
    await whenAborted(stop);
    print(`\nStopping (${String(stop.reason)}) ...`);
    await stack.stop();
    print('Stopped.');
    return 0;
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    if (stop.aborted) return 0; // stopped while starting, as asked
    process.stderr.write(`${style.paint('red', error.message)}\n`);
    return 1;
  }
}
