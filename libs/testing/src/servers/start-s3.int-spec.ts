import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { createStorage } from '@eyeline/storage';

import {
  describeWithS3,
  findFreePort,
  listStackProcesses,
  s3SettingsAt,
  spawnProgram,
  startS3,
} from '../index.js';

jest.setTimeout(180_000);

describeWithS3('startS3', () => {
  it('ends with the process that started it, and starts again with what it kept', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'eyeline-s3-test-'));
    const port = await findFreePort();
    const owner = spawnProgram(`
      import { startS3 } from '@eyeline/testing';
      console.log((await startS3(${JSON.stringify({ port, dataDir })})).url);
      setInterval(() => undefined, 60_000);
    `);
    const [url] = (await once(owner.stdout.setEncoding('utf8'), 'data')) as [string];
    expect(url.trim()).toBe(`http://127.0.0.1:${port}`);
    const storage = createStorage(s3SettingsAt(url.trim(), dataDir));
    await storage.prepare();
    await storage.put('kept', Buffer.from('bytes'));
    expect(listStackProcesses(dataDir).length).toBeGreaterThanOrEqual(4);

    owner.kill('SIGKILL');
    await once(owner, 'exit');
    while (listStackProcesses(dataDir).length > 0) await sleep(50);
    await expect(storage.size('kept')).rejects.toMatchObject({ code: 'storage_unavailable' });

    const again = await startS3({ port, dataDir });
    expect(await text(await storage.get('kept'))).toBe('bytes');
    storage.close();
    await again.stop();
    expect(listStackProcesses(dataDir)).toEqual([]);
    expect(await readdir(dataDir)).toContain('srv');
    await rm(dataDir, { recursive: true });
  });
});
