import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createDatabase } from '@eyeline/database';
import { createTestDatabase, openProxy, type TestDatabase } from '@eyeline/testing';
import { pino } from 'pino';

import { explainFailure } from './explain-failure.js';
import { setUp } from './set-up.js';

const LOADER = new URL('../../../../libs/testing/src/typescript-loader.mjs', import.meta.url).href;
const KEY = /ey_[\w-]{43}/g;

/** Real: PostgreSQL without any table; the program itself, as a container starts it. */
describe('setup', () => {
  let server: TestDatabase;
  beforeEach(async () => (server = await createTestDatabase()));
  afterEach(() => server.drop());

  async function run(databaseUrl: string) {
    const { PATH = '' } = process.env; // eslint-disable-line no-restricted-properties -- a child needs its own
    const program = join(import.meta.dirname, '../setup.ts');
    const child = spawn(process.execPath, ['--import', LOADER, program], {
      env: { PATH, DATABASE_URL: databaseUrl },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, out, err };
  }

  it('makes one admin key however many run at once, shows it once, and later none', async () => {
    const runs = await Promise.all([run(server.url), run(server.url), run(server.url)]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    const shown = runs.flatMap(({ out }) => out.match(KEY) ?? []);
    expect(shown).toHaveLength(1);
    const database = createDatabase(server.url);
    const rows = await database.keys.list();
    const row = await database.keys.findByKey(shown[0]);
    expect(rows).toEqual([row]);
    expect(row).toMatchObject({ projectId: 'default', scopes: ['admin'] });

    // The log on standard error tells of it, without the key.
    const errors = runs.map(({ err }) => err).join('');
    expect(JSON.parse(errors)).toMatchObject({ event: 'key_created', keyId: row!.id });
    expect(errors).not.toMatch(KEY);

    // Revoked or not: nobody gets a second one by starting anew.
    await database.keys.revoke(row!.id);
    await database.close();
    const again = await run(server.url);
    expect(again).toMatchObject({ code: 0, err: '', out: expect.stringContaining('exist already') });
    expect(again.out).not.toMatch(KEY);
  });

  it('waits for a database that still starts', async () => {
    const proxy = await openProxy(server.url);
    await proxy.cut();
    const lines: string[] = [];
    const print = (line: string): void => {
      lines.push(line);
      if (line.includes('waiting')) void proxy.mend();
    };
    await setUp(proxy.url, { waitMs: 30_000, print, audit: pino({ level: 'silent' }) });
    await proxy.close();
    expect(lines.join('\n')).toMatch(/waiting.*\nMigrations applied: .*\n.*ey_[\w-]{43}/s);
  });

  it('gives up in words on one that does not come', async () => {
    const proxy = await openProxy(server.url);
    await proxy.cut();
    const failure: unknown = await setUp(proxy.url, {
      waitMs: 0,
      print: () => undefined,
      audit: pino({ level: 'silent' }),
    }).catch((error: unknown) => error);
    expect(explainFailure(failure)).toMatch(/does not answer: .*ECONNREFUSED/);
  });

  it('says what is wrong with its settings', async () => {
    const { code, err } = await run('mysql://x');
    expect([code, err]).toEqual([1, expect.stringMatching(/DATABASE_URL must be an address/)]);
  });
});
