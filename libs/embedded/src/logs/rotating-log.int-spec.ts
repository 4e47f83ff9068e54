import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { RotatingLog } from './rotating-log.js';

// Real: files.

describe('RotatingLog', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'eyeline-logs-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps the newest lines in few files of limited size, over restarts too', async () => {
    const path = join(folder, 'logs/api.log');
    for (let run = 0; run < 4; run++) {
      const log = new RotatingLog(path, 100, 2);
      for (let i = 0; i < 25; i++) log.write(`line ${String(run * 25 + i).padStart(3, '0')}`);
      log.close();
    }
    expect((await readdir(join(folder, 'logs'))).sort()).toEqual(['api.log', 'api.log.1', 'api.log.2']);
    const texts = await Promise.all(['.2', '.1', ''].map((end) => readFile(`${path}${end}`, 'utf8')));
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(110);
    const lines = texts.join('').trim().split('\n');
    const first = Number(lines[0].slice(5));
    expect(lines).toEqual(
      Array.from({ length: 100 - first }, (_, i) => `line ${String(first + i).padStart(3, '0')}`),
    );
  });
});
