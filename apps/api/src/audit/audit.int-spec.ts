import { type Scope } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { openTestApi, type TestAnswer, type TestApi } from '../test-api.factory.js';

interface AuditLine {
  readonly event: string;
  readonly keyId: string | null;
  readonly projectId: string | null;
  readonly id?: string;
  readonly resultId?: string;
  readonly reason?: string;
  readonly requestId: string;
}

/** What is the clients' own, or about people. */
const PRIVATE = {
  tag: 'tag-of-jane',
  metadata: '{"who":"metadata-of-jane"}',
  address: 'http://127.0.0.1:9/address-of-jane',
  description: 'description-of-jane',
  name: 'name-of-jane',
};

/** Real: HTTP, PostgreSQL, Redis, the folder of objects; the log as it is written. */
describe('the audit log', () => {
  let database: TestDatabase;
  let api: TestApi;
  let written: string[] = [];
  let admin: { key: string; id: string };

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8', LOG_LEVEL: 'trace' },
      { write: (line) => void written.push(line) },
    );
    admin = await makeKey(['admin']);
  });
  beforeEach(() => (written = []));
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const makeKey = async (scopes: Scope[]) => {
    const { key, row } = await api.runtime.database.keys.create({
      ...{ name: PRIVATE.name, projectId: 'lab', scopes },
    });
    return { key, id: row.id };
  };

  const send = (method: string, path: string, body?: object | string, headers = {}): Promise<TestAnswer> =>
    api.request(path, {
      method,
      headers: {
        Authorization: `Bearer ${admin.key}`,
        'Content-Type': typeof body === 'object' ? 'application/json' : 'video/mp4',
        ...headers,
      },
      body: typeof body === 'object' ? JSON.stringify(body) : body,
    });

  const lines = (): AuditLine[] =>
    written.map((line) => JSON.parse(line) as AuditLine).filter(({ event }) => event !== undefined);

  const told = () => lines().map(({ event, id, resultId }) => [event, id, resultId]);

  it('has a line for each change, by ids alone', async () => {
    const { tag, metadata, address, description } = PRIVATE;
    const query = `?tag=${tag}&metadata=${encodeURIComponent(metadata)}&webhook_url=${encodeURIComponent(address)}`;
    const analysis = await send('POST', `/v1/analyses${query}`, 'abc');
    const { id } = analysis.body;
    await send('POST', `/v1/analyses/${id}/cancel`);
    await send('DELETE', `/v1/analyses/${id}`);
    const endpoint = (await send('POST', '/v1/webhook-endpoints', { url: address, description })).body.id;
    const at = `/v1/webhook-endpoints/${endpoint}`;
    await send('PATCH', at, { description: `${description}-2` });
    await send('POST', `${at}/rotate-secret`);
    const delivery = (await send('POST', `${at}/test`)).body.id;
    await send('POST', `/v1/webhook-deliveries/${delivery}/redeliver`);
    await send('POST', `${at}/disable`);
    await send('POST', `${at}/enable`);
    await send('DELETE', at);
    await send('GET', '/v1/webhook-secret');
    await send('POST', '/v1/webhook-secret/rotate');
    const tus = { 'Tus-Resumable': '1.0.0' };
    const upload = await send('POST', '/v1/uploads', undefined, { ...tus, 'Upload-Length': '3' });
    await send('DELETE', `/v1/uploads/${upload.body.id}`, undefined, tus);

    expect(told()).toEqual([
      ['analysis_created', id, undefined],
      ['analysis_canceled', id, undefined],
      ['analysis_deleted', id, undefined],
      ['webhook_endpoint_created', endpoint, undefined],
      ['webhook_endpoint_changed', endpoint, undefined],
      ['webhook_endpoint_secret_rotated', endpoint, undefined],
      ['webhook_endpoint_tested', endpoint, delivery],
      ['webhook_redelivered', delivery, undefined],
      ['webhook_endpoint_disabled', endpoint, undefined],
      ['webhook_endpoint_enabled', endpoint, undefined],
      ['webhook_endpoint_deleted', endpoint, undefined],
      ['webhook_secret_read', undefined, undefined],
      ['webhook_secret_rotated', undefined, undefined],
      ['upload_created', upload.body.id, undefined],
      ['upload_deleted', upload.body.id, undefined],
    ]);
    expect(lines()[0].requestId).toBe(analysis.headers.get('x-request-id'));
    for (const line of lines()) expect(line).toMatchObject({ keyId: admin.id, projectId: 'lab' });
    expect(written.join('')).not.toMatch(/of-jane|whsec_|127\.0\.0\.1/);
    expect(written.join('')).not.toContain(admin.key.slice(3));
  });

  it('has none for what is refused, replayed or only looked at', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const first = await send('POST', '/v1/analyses', 'abc', key);
    await send('POST', '/v1/analyses', 'abc', key);
    await send('POST', '/v1/analyses', '');
    await send('POST', `/v1/analyses/${first.body.id}/retry`);
    await send('GET', `/v1/analyses/${first.body.id}`);
    await send('DELETE', '/v1/analyses/an_00000000000000000000');
    expect(told()).toEqual([['analysis_created', first.body.id, undefined]]);
  });

  it('tells of keys that are refused: of which, if there is one', async () => {
    const reader = await makeKey(['analyses:read']);
    const revoked = await makeKey(['admin']);
    await api.runtime.database.keys.revoke(revoked.id);
    const unknown = `ey_${'x'.repeat(43)}`;
    for (const key of [reader.key, revoked.key, unknown, 'secret-of-another-service']) {
      await send('POST', '/v1/analyses', 'abc', { Authorization: `Bearer ${key}` });
    }
    expect(lines().map(({ event, reason, keyId, projectId }) => [event, reason, keyId, projectId])).toEqual([
      ['key_refused', 'scope', reader.id, 'lab'],
      ['key_refused', 'revoked', revoked.id, 'lab'],
      ['key_refused', 'unknown', null, null],
      ['key_refused', 'unknown', null, null],
    ]);
    for (const key of [reader.key, revoked.key, unknown, 'of-another-service']) {
      expect(written.join('')).not.toContain(key.slice(3));
    }
  });
});
