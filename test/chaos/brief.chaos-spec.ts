import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type ChaosResults } from './results/results.js';

const root = resolve(__dirname, '../..');

/** The command itself, in a process of its own: Jest cannot start PostgreSQL. It ends with us. */
async function runChaos(
  ...args: string[]
): Promise<{ exitCode: number | null; results: ChaosResults; said: string }> {
  const loader = pathToFileURL(join(root, 'libs/testing/src/typescript-loader.mjs')).href;
  const chaos = spawn(process.execPath, ['--import', loader, join(root, 'test/chaos/main.ts'), ...args], {
    env: { ...process.env, EYELINE_LIFELINE: 'stdin' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  let said = '';
  chaos.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  chaos.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exitCode = await new Promise<number | null>((done) => chaos.once('close', done));
  if (printed === '') throw new Error(`There is no result:\n${said}`);
  return { exitCode, results: JSON.parse(printed) as ChaosResults, said };
}

/** Real: everything. The whole of it is `npm run chaos`. */
(process.platform === 'linux' ? describe : describe.skip)('analyses in flight', () => {
  it.each([
    { queue: 'redis', storage: 'folder' },
    { queue: 'postgres', storage: 'folder' },
  ])(
    'all end, once and as they deserve, when a worker is killed and $queue restarts',
    async ({ queue, storage }) => {
      const { exitCode, results, said } = await runChaos(
        ...['--short', '--json', '--workers', '2', '--queue', queue, '--storage', storage],
      );
      const [{ violations, counts }] = results.scenarios;
      expect({ violations, said }).toEqual({ violations: [], said });
      expect(counts.completed).toBeGreaterThan(10);
      expect(exitCode).toBe(0);
    },
    240_000,
  );
});
