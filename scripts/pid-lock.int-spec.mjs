import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { identify, isAlive, withLock } from './pid-lock.mjs';

// Real: files, processes.

describe('withLock', () => {
  let folder;
  let lock;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eyeline-lock-'));
    lock = join(folder, 'here/it.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets one process at a time in', async () => {
    // Reads, waits, writes: without the lock, counts get lost.
    const program = `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { setTimeout as sleep } from 'node:timers/promises';
      import { withLock } from ${JSON.stringify(join(__dirname, 'pid-lock.mjs'))};
      for (let i = 0; i < 3; i++) {
        await withLock(process.argv[1], async () => {
          const count = Number(readFileSync(process.argv[2], 'utf8'));
          await sleep(10);
          writeFileSync(process.argv[2], String(count + 1));
        });
      }`;
    const counter = join(folder, 'counter');
    writeFileSync(counter, '0');
    const runs = Array.from({ length: 4 }, () => {
      const args = ['--input-type=module', '--eval', program, lock, counter];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
      return new Promise((done) => child.once('exit', done));
    });
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(counter, 'utf8')).toBe('12');
    expect(existsSync(lock)).toBe(false);
  });

  it('passes over a holder that is dead, also when its process id lives on in another program', async () => {
    for (const holder of ['999999999 1', `${process.pid} 1`, '']) {
      await withLock(lock, async () => undefined); // makes the folder
      writeFileSync(lock, holder);
      expect(await withLock(lock, async () => 'done')).toBe('done');
    }
  });

  it('gives the lock back when the work fails', async () => {
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });
});

it('a process is alive by its id and the time of its start', () => {
  expect(isAlive(identify(process.pid))).toBe(true);
  expect(isAlive(`${process.pid} 1`)).toBe(false);
  expect(isAlive('nonsense')).toBe(false);
});
