// `npm test [-- JEST ARGUMENTS]`: installs what is missing, builds, runs every test, and ends with a line of counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runCommand, runMain } from './run-command.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

await runMain(async () => {
  await bootstrap({ forTests: true });
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'eyeline-results-'));
  const results = join(folder, 'results.json');
  try {
    // Many tests wait for servers and processes: one more at a time than there are cores.
    const workers = `--maxWorkers=${availableParallelism() + 1}`;
    const jest = [join(root, 'node_modules/jest/bin/jest.js'), workers, '--json', `--outputFile=${results}`];
    const { code } = await runCommand(process.execPath, [...jest, ...process.argv.slice(2)], {
      cwd: root,
      // Jest prints its JSON on standard output too; it is in the file.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    console.log(countsLine(JSON.parse(readFileSync(results, 'utf8'))));
    return code;
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A suite that does not even load counts as a failure of its own. */
function countsLine({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests }) {
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  return `${numPassedTests} passed, ${failed} failed${skipped}`;
}
