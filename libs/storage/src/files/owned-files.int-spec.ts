import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

import { spawnProgram } from '@eyeline/testing';

import { createStorage } from '../create-storage.js';
import { OwnedFiles } from './owned-files.js';

jest.setTimeout(30_000);

const itOnLinux = process.platform === 'linux' ? it : it.skip;
const machine = hostname().replaceAll(/[^A-Za-z0-9-]/g, '-');

let root: string;
let files: OwnedFiles;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'eyeline-storage-'));
  files = new OwnedFiles(join(root, '.incoming'));
  await mkdir(files.folder);
});

afterEach(() => rm(root, { recursive: true, force: true }));

const left = () => readdir(files.folder);

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

describe('OwnedFiles', () => {
  it('sweeps what a killed process left, and spares what a living one is writing', async () => {
    const [killed, living] = await Promise.all([startWriter(), startWriter()]);
    expect(await left()).toHaveLength(2);
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    await createStorage({ kind: 'folder', root }).prepare();
    expect(await left()).toEqual([expect.stringContaining(`.${living.pid}.`)]);

    living.kill('SIGKILL');
    await once(living, 'exit');
    expect(await createStorage({ kind: 'folder', root }).removeUnfinished(new Date(0))).toBe(1);
    expect(await left()).toEqual([]);
  });

  itOnLinux('takes a file of our own pid for one of ours only when it names our start', async () => {
    const status = await readFile('/proc/self/stat', 'utf8');
    const start = status.slice(status.lastIndexOf(')')).split(' ')[20];
    const ours = `${machine}.${process.pid}.${start}.now`;
    const names = [ours, `${machine}.${process.pid}.1.before`];
    for (const name of names) await writeFile(join(files.folder, name), 'x');
    await files.prepare();
    expect(await left()).toEqual([ours]);
    expect(files.next()).toContain(`${machine}.${process.pid}.${start}.`);
  });

  it('waits a day before it sweeps what another machine writes, and spares what it does not know', async () => {
    for (const name of ['elsewhere.1.7.fresh', 'elsewhere.1.7.stale', 'notes.txt']) {
      await writeFile(join(files.folder, name), 'x');
    }
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    for (const name of ['elsewhere.1.7.stale', 'notes.txt']) {
      await utimes(join(files.folder, name), twoDaysAgo, twoDaysAgo);
    }
    await files.prepare();
    expect((await left()).sort()).toEqual(['elsewhere.1.7.fresh', 'notes.txt']);
  });

  it('sweeps at once what has not changed since a given time, wherever it is from', async () => {
    await writeFile(join(files.folder, 'elsewhere.1.7.x'), 'x');
    expect(await files.sweep(new Date(Date.now() - 60_000))).toBe(0);
    expect(await files.sweep(new Date(Date.now() + 60_000))).toBe(1);
    expect(await left()).toEqual([]);
    expect(await new OwnedFiles(join(root, 'nowhere')).sweep(new Date())).toBe(0);
  });
});
