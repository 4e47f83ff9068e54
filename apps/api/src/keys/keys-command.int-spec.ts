import { createDatabase, type Database } from '@eyeline/database';
import { createTestDatabase, findFreePort, type TestDatabase } from '@eyeline/testing';
import { pino } from 'pino';

import { runKeysCommand } from './keys-command.js';

/** Real: PostgreSQL, which the first command finds without any table. */
describe('npm run keys', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = createDatabase(server.url);
  });

  afterAll(async () => {
    await database?.close();
    await server?.drop();
  });

  async function keys(args: string, url = server.url) {
    const printed: string[] = [];
    const said: string[] = [];
    let log = '';
    const audit = pino({}, { write: (line: string) => void (log += line) });
    const code = await runKeysCommand(args.split(' '), () => url, {
      print: (text) => void printed.push(text),
      say: (text) => void said.push(text),
      audit,
    });
    return { code, out: printed.join('\n'), err: said.join('\n'), log };
  }

  it('makes a key that works, and prints it alone on standard output', async () => {
    const { code, out, err, log } = await keys('create phone-of-ann --project lab --scopes analyses:read');
    expect(code).toBe(0);
    const row = await database.keys.findByKey(out);
    expect(row).toMatchObject({ name: 'phone-of-ann', projectId: 'lab', scopes: ['analyses:read'] });
    expect(err).toMatch(/shown this once.*the first one/s);
    expect(JSON.parse(log)).toMatchObject({ event: 'key_created', keyId: row!.id, projectId: 'lab' });
    for (const secret of [out.slice(11), 'ann']) expect(log + err).not.toContain(secret);
    expect((await keys('create second')).err).not.toContain('first one');
  });

  it('speaks JSON', async () => {
    const made = JSON.parse((await keys('create robot --json')).out);
    expect(made).toMatchObject({
      key: expect.stringMatching(/^ey_/),
      project_id: 'default',
      scopes: ['analyses:read', 'analyses:write'],
      revoked_at: null,
    });
    const { out } = await keys('list --json');
    const { key, ...rest } = made;
    expect(JSON.parse(out)).toContainEqual(rest);
    expect(out).not.toContain(key.slice(11));
  });

  it('lists keys in a table, without their secrets', async () => {
    const { code, out } = await keys('list');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^ey_\S{8} {2}key_\w{20} {2}phone-of-ann {2}lab .*analyses:read .*Z {2}- +-$/);
    expect(out).not.toMatch(/\bey_[\w-]{9}/);
  });

  it('revokes by prefix or id, once', async () => {
    const { out: key } = await keys('create a');
    const { code, out, log } = await keys(`revoke ${key.slice(0, 11)}`);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Revoked key_/)]);
    expect(JSON.parse(log)).toMatchObject({ event: 'key_revoked' });
    expect(await database.keys.findByKey(key)).toBeNull();
    expect(await keys(`revoke ${key.slice(0, 11)}`)).toMatchObject({ code: 1, out: '', log: '' });

    const { id } = JSON.parse((await keys('create b --json')).out);
    const revoked = JSON.parse((await keys(`revoke ${id} --json`)).out);
    expect(revoked).toEqual([expect.objectContaining({ id, revoked_at: expect.any(String) })]);
  });

  it('explains itself, on the right channel', async () => {
    expect(await keys('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage'), err: '' });
    const wrong = await keys('make it');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toMatch(/no command make.*Usage/s);
  });

  it('says in words that no database answers', async () => {
    const url = new URL(server.url);
    url.port = String(await findFreePort());
    const { code, out, err } = await keys('list', url.href);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/does not answer: .*ECONNREFUSED.*DATABASE_URL/s);
    expect(err).not.toMatch(/\bat .*\(/);
  });
});
