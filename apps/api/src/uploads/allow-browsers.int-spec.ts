import { type Config, loadConfig } from '@eyeline/config';
import { createStorage, type StorageSettings } from '@eyeline/storage';
import { describeWithS3, testS3Settings } from '@eyeline/testing';
import { pino } from 'pino';

import { allowBrowsers } from './allow-browsers.js';

/** What is logged while a storage is prepared for pages of those sites. */
async function allow(settings: StorageSettings, CORS_ORIGINS: string): Promise<string[]> {
  const config: Config = loadConfig({ DATABASE_URL: 'postgres://127.0.0.1/x', CORS_ORIGINS });
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  const storage = createStorage(settings);
  try {
    await allowBrowsers({ config, storage, logger });
  } finally {
    storage.close();
  }
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
}

it('has nothing to do for objects in a folder', async () => {
  expect(await allow({ kind: 'folder', root: '/nowhere' }, 'https://app.example.com')).toEqual([]);
});

/** Real: OpenStack Swift, which knows no CORS rules of a bucket. */
describeWithS3('allowBrowsers', () => {
  it('says when an operator has to see to it, and asks for nothing where no site is named', async () => {
    const settings = await testS3Settings();
    const storage = createStorage(settings);
    await storage.prepare();
    storage.close();
    expect(await allow(settings, '')).toEqual([]);
    expect(await allow(settings, 'https://app.example.com')).toEqual([
      'pages of other sites cannot upload straight to the bucket: set its CORS rules by hand',
    ]);
    const nowhere = { ...settings, endpoint: 'http://127.0.0.1:9' };
    expect(await allow(nowhere, '')).toEqual([]);
    await expect(allow(nowhere, '*')).rejects.toMatchObject({ code: 'storage_unavailable' });
  });
});
