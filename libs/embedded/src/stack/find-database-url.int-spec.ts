import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { claimDataFolder } from './claim-data-folder.js';
import { findDatabaseUrl } from './find-database-url.js';
import { StackError } from './stack-error.js';

/** Real: files, process ids. The server's own note is written here. */
describe('findDatabaseUrl', () => {
  let dataDir: string;
  let release: () => void;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'eyeline-find-'));
    release = claimDataFolder(dataDir, 'http://127.0.0.1:3000');
  });

  afterEach(() => rm(dataDir, { recursive: true }));

  async function noteServer(cluster: string, state: string): Promise<void> {
    await mkdir(cluster, { recursive: true });
    const lines = ['1', cluster, '0', '5555', '', '127.0.0.1', '1 2', state];
    await writeFile(join(cluster, 'postmaster.pid'), lines.join('\n'));
    await writeFile(join(dataDir, 'postgres-password'), 'secret\n');
  }

  const find = (settings: NodeJS.ProcessEnv = {}) =>
    findDatabaseUrl({ EYELINE_DATA_DIR: dataDir, ...settings }, '/');

  it('is what DATABASE_URL says', async () => {
    expect(await find({ DATABASE_URL: 'postgres://a/b' })).toBe('postgres://a/b');
  });

  it('is the one of the stack that runs on the folder', async () => {
    await noteServer(join(dataDir, 'postgres'), 'ready');
    expect(await find()).toBe('postgres://eyeline:secret@127.0.0.1:5555/eyeline');
  });

  it('is the one of a server whose files lie elsewhere', async () => {
    const cluster = join(dataDir, 'elsewhere', 'postgres');
    await noteServer(cluster, 'ready');
    await writeFile(join(dataDir, 'postgres-location'), `${cluster}\n`);
    expect(await find()).toContain(':5555/');
  });

  it('is not there without a stack that runs', async () => {
    await noteServer(join(dataDir, 'postgres'), 'ready');
    release();
    await expect(find()).rejects.toThrow(StackError);
    await expect(find()).rejects.toThrow(/No Eyeline runs on .*npm start.*EYELINE_DATA_DIR.*DATABASE_URL/s);
    await expect(find({ EYELINE_DATA_DIR: join(dataDir, 'nothing') })).rejects.toThrow(/No Eyeline runs/);
  });

  it('is not there while the server starts, or when it is another one', async () => {
    await expect(find()).rejects.toThrow(/127\.0\.0\.1:3000 runs no PostgreSQL of its own/);
    await noteServer(join(dataDir, 'postgres'), 'starting');
    await expect(find()).rejects.toThrow(/DATABASE_URL/);
  });
});
