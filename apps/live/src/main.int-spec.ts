import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const LOADER = new URL('../../../libs/testing/src/typescript-loader.mjs', import.meta.url).href;

/** Real: the process itself, as a container starts it. */
describe('the live process', () => {
  let child: ChildProcess;

  const run = (settings: Record<string, string>): ChildProcess => {
    const { PATH = '' } = process.env; // eslint-disable-line no-restricted-properties -- a child needs its own
    const command = ['--import', LOADER, join(import.meta.dirname, 'main.ts')];
    child = spawn(process.execPath, command, { env: { PATH, PORT: '0', ...settings } });
    return child;
  };
  const addressIn = async ({ stdout }: ChildProcess): Promise<string> => {
    for await (const line of createInterface(stdout!)) {
      const { address } = JSON.parse(line) as { address?: string };
      if (address !== undefined) return address;
    }
    throw new Error('It ended before it listened.');
  };

  afterEach(() => void child.kill('SIGKILL'));

  it('needs no database and no secret, listens, and stops when asked to', async () => {
    const running = run({});
    const ended = once(running, 'close');
    const url = await addressIn(running);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    running.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }, 60_000);

  it('does not start with a network that is not there, and says which there are', async () => {
    const running = run({ EMOTION_MODEL: 'nobodys' });
    const [stderr, [code]] = await Promise.all([text(running.stderr!), once(running, 'close')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/no network "nobodys" for emotion. There are: .*emotion-s4-int8/);
    expect(stderr).not.toMatch(/\bat .*\(/);
  }, 60_000);

  it('says all mistakes of its settings in plain words', async () => {
    const running = run({ LIVE_LANES: 'many', LOG_LEVEL: 'loud' });
    const [stderr, [code]] = await Promise.all([text(running.stderr!), once(running, 'close')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/LIVE_LANES.*\n.*LOG_LEVEL/);
    expect(stderr).not.toMatch(/\bat .*\(/);
  }, 60_000);
});
