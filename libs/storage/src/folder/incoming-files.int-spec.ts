import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

import { spawnProgram } from '@eyeline/testing';

import { createStorage } from '../create-storage.js';

jest.setTimeout(30_000);

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'eyeline-storage-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

const left = () => readdir(join(root, '.incoming'));

/** A process of its own that is in the middle of a put. */
async function startWriter() {
  const writer = spawnProgram(`
    import { Readable } from 'node:stream';
    import { createStorage } from '@eyeline/storage';
    const body = async function* () {
      yield Buffer.alloc(1000);
      console.log('writing');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    };
    await createStorage({ kind: 'folder', root: ${JSON.stringify(root)} }).put('k', Readable.from(body()));
  `);
  await once(writer.stdout, 'data');
  return writer;
}

describe('IncomingFiles', () => {
  it('sweeps what a killed process left, and spares what a living one is writing', async () => {
    const [killed, living] = await Promise.all([startWriter(), startWriter()]);
    expect(await left()).toHaveLength(2);
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    await createStorage({ kind: 'folder', root }).ping();
    expect(await left()).toEqual([expect.stringContaining(`.${living.pid}.`)]);

    living.kill('SIGKILL');
    await once(living, 'exit');
    await createStorage({ kind: 'folder', root }).ping();
    expect(await left()).toEqual([]);
  });

  it('takes a file of our own pid for a crashed one only when it is older than we are', async () => {
    await mkdir(join(root, '.incoming'));
    const machine = hostname().replaceAll(/[^A-Za-z0-9-]/g, '-');
    const names = [`${machine}.${process.pid}.before`, `${machine}.${process.pid}.now`];
    for (const name of names) await writeFile(join(root, '.incoming', name), 'x');
    const beforeWeStarted = new Date(Date.now() - process.uptime() * 1000 - 60_000);
    await utimes(join(root, '.incoming', names[0]), beforeWeStarted, beforeWeStarted);
    await createStorage({ kind: 'folder', root }).ping();
    expect(await left()).toEqual([names[1]]);
  });

  it('waits a day before it sweeps what another machine writes', async () => {
    await mkdir(join(root, '.incoming'));
    for (const name of ['elsewhere.1.fresh', 'elsewhere.1.stale']) {
      await writeFile(join(root, '.incoming', name), 'x');
    }
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(join(root, '.incoming', 'elsewhere.1.stale'), twoDaysAgo, twoDaysAgo);
    await createStorage({ kind: 'folder', root }).ping();
    expect(await left()).toEqual(['elsewhere.1.fresh']);
  });

  it('sweeps at once what has not grown since a given time, wherever it is from', async () => {
    const storage = createStorage({ kind: 'folder', root });
    expect(await storage.removeUnfinished(new Date())).toBe(0);
    await mkdir(join(root, '.incoming'));
    await writeFile(join(root, '.incoming', 'elsewhere.1.x'), 'x');
    expect(await storage.removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await storage.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    expect(await left()).toEqual([]);
  });
});
