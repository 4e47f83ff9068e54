import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { claimDataFolder } from './claim-data-folder.js';

// Real: files, process ids.

describe('claimDataFolder', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'eyeline-claim-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is for one at a time, and can be given back', () => {
    const release = claimDataFolder(folder, 'http://127.0.0.1:1');
    expect(() => claimDataFolder(folder, 'http://127.0.0.1:2')).toThrow(
      `process ${process.pid}, http://127.0.0.1:1`,
    );
    release();
    claimDataFolder(folder, 'http://127.0.0.1:2')();
    expect(existsSync(join(folder, 'stack.json'))).toBe(false);
  });

  it('keeps the videos from others on the machine', async () => {
    claimDataFolder(folder, 'http://127.0.0.1:1')();
    expect((await stat(join(folder, 'objects'))).mode & 0o777).toBe(0o700);
  });

  it.each(['999999999 1', `${process.pid} 12345`])(
    'passes over a claim of a process that is gone (%s)',
    async (identity) => {
      await writeFile(join(folder, 'stack.json'), JSON.stringify({ process: identity, address: 'http://x' }));
      claimDataFolder(folder, 'http://127.0.0.1:2')();
    },
  );
});
