import {
  webhookDeliverySchema,
  webhookEndpointSchema,
  webhookEndpointWithSecretSchema,
  webhookSecretSchema,
} from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi } from '../test-api.factory.js';

const ADDRESS = 'http://127.0.0.1:9/hook';

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. Nothing is sent: that is the workers' part. */
describe('webhooks', () => {
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' };
    api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() }, settings);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const send = (method: string, path: string, body?: unknown): Promise<TestAnswer> =>
    api.request(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const create = async (input: object = {}): Promise<{ id: string; secret: string }> => {
    const answer = await send('POST', '/v1/webhook-endpoints', { url: ADDRESS, ...input });
    expect(answer.status).toBe(201);
    return webhookEndpointWithSecretSchema.parse(answer.body);
  };
  const at = ({ id }: { id: string }, path = '') => `/v1/webhook-endpoints/${id}${path}`;

  it('creates an endpoint, tells its secret once, lists, changes and deletes it', async () => {
    const answer = await send('POST', '/v1/webhook-endpoints', { url: ADDRESS, description: 'for tests' });
    const endpoint = webhookEndpointWithSecretSchema.parse(answer.body);
    expect(answer.headers.get('location')).toBe(at(endpoint));
    expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(endpoint).toMatchObject({
      ...{ url: ADDRESS, description: 'for tests', enabled: true },
      events: ['analysis.completed', 'analysis.failed', 'analysis.canceled'],
    });

    const read = await api.request(at(endpoint));
    expect(webhookEndpointSchema.parse(read.body)).toEqual(read.body);
    expect(JSON.stringify(read.body)).not.toContain('whsec_');
    const list = await api.request('/v1/webhook-endpoints');
    expect(list.body).toEqual({ data: expect.arrayContaining([read.body]), next_cursor: null });
    expect(JSON.stringify(list.body)).not.toContain('whsec_');

    const changes = { events: ['analysis.failed', 'analysis.failed'], description: null, enabled: false };
    expect((await send('PATCH', at(endpoint), changes)).body).toMatchObject({
      ...{ url: ADDRESS, events: ['analysis.failed'], description: null },
      ...{ enabled: false, disabled_reason: 'requested', disabled_at: expect.any(String) },
    });
    expect((await send('POST', at(endpoint, '/enable'))).body).toMatchObject({
      ...{ enabled: true, disabled_at: null, disabled_reason: null, events: ['analysis.failed'] },
    });
    expect((await send('POST', at(endpoint, '/disable'))).body).toMatchObject({ enabled: false });

    expect((await send('DELETE', at(endpoint))).status).toBe(204);
    expectProblem(await api.request(at(endpoint)), 'not_found');
    expectProblem(await send('DELETE', at(endpoint)), 'not_found');
  });

  it.each([
    [{ url: 'not an address' }, ['/url']],
    [{ url: 'https://user:secret@example.com/' }, ['/url']],
    [{ url: 'file:///etc/passwd' }, ['/url']],
    [{}, ['/url']],
    [{ url: ADDRESS, events: [] }, ['/events']],
    [{ url: ADDRESS, events: ['analysis.started'] }, ['/events/0']],
    [{ url: ADDRESS, description: 'a\0b', colour: 1 }, ['/colour', '/description']],
    [[], ['']],
  ])('refuses %j', async (input, pointers) => {
    expectProblem(await send('POST', '/v1/webhook-endpoints', input), 'invalid_request', pointers);
  });

  it('refuses a body that is no JSON', async () => {
    const init = { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } };
    expectProblem(await api.request('/v1/webhook-endpoints', init), 'invalid_request');
    expectProblem(await api.request('/v1/webhook-endpoints', { method: 'POST' }), 'invalid_request');
  });

  it.each([
    'https://10.0.0.1/',
    'http://169.254.169.254/',
    'https://[::1]/',
    'https://2852039166/',
    'http://93.184.215.14/',
  ])('refuses to send to %s, at first and later', async (url) => {
    expectProblem(await send('POST', '/v1/webhook-endpoints', { url }), 'webhook_forbidden');
    const endpoint = await create();
    expectProblem(await send('PATCH', at(endpoint), { url }), 'webhook_forbidden');
    expect((await api.request(at(endpoint))).body).toMatchObject({ url: ADDRESS });
  });

  it('rotates the secret, with the time until which the old one holds', async () => {
    const endpoint = await create();
    const rotated = webhookEndpointWithSecretSchema.parse(
      (await send('POST', at(endpoint, '/rotate-secret'))).body,
    );
    expect(rotated.secret).not.toBe(endpoint.secret);
    const untilMs = Date.parse(rotated.previous_secret_expires_at ?? '');
    expect(untilMs - Date.now()).toBeGreaterThan(23 * 3600_000);
    const row = await api.runtime.database.webhookEndpoints.find('default', endpoint.id);
    expect(row).toMatchObject({ secret: rotated.secret, previousSecret: endpoint.secret });
  });

  it('keeps one secret for the addresses of single analyses', async () => {
    const [first, second] = await Promise.all([
      api.request('/v1/webhook-secret'),
      api.request('/v1/webhook-secret'),
    ]);
    expect(first.body).toEqual({
      ...{ object: 'webhook_secret', secret: expect.stringMatching(/^whsec_/) },
      previous_secret_expires_at: null,
    });
    expect(second.body).toEqual(first.body);
  });

  it('rotates the secret for single analyses by the same rules', async () => {
    const { secret: before } = (await api.request('/v1/webhook-secret')).body as { secret: string };
    const { status, body } = await send('POST', '/v1/webhook-secret/rotate');
    const rotated = webhookSecretSchema.parse(body);
    expect([status, rotated.secret === before]).toEqual([200, false]);
    expect(Date.parse(rotated.previous_secret_expires_at ?? '') - Date.now()).toBeGreaterThan(23 * 3600_000);
    expect((await api.request('/v1/webhook-secret')).body).toEqual(body);
    const row = await api.runtime.database.webhookSecrets.find('default', 'unused');
    expect(row).toMatchObject({ secret: rotated.secret, previousSecret: before });
    await send('POST', '/v1/webhook-secret/rotate');
    const twice = await api.runtime.database.webhookSecrets.find('default', 'unused');
    expect(twice.previousSecret).toBe(rotated.secret);
  });

  it('may rotate a secret that nobody has asked for yet', async () => {
    const { webhookSecrets } = api.runtime.database;
    const row = await webhookSecrets.rotate('new', 'whsec_a', new Date());
    expect(row).toMatchObject({ secret: 'whsec_a', previousSecret: null, previousSecretExpiresAt: null });
  });

  it('writes a delivery for an analysis that ends, shows it, and delivers again', async () => {
    const endpoint = await create();
    const started = await api.upload(
      'abc',
      `?webhook_url=${encodeURIComponent('http://127.0.0.1:9/one-off')}&tag=t`,
    );
    expect(started.status).toBe(202);
    const { id } = started.body as { id: string };
    await send('POST', `/v1/analyses/${id}/cancel`);
    const ofAnalysis = await api.request(`/v1/webhook-deliveries?analysis_id=${id}`);
    const urls = (ofAnalysis.body as { data: { url: string }[] }).data.map(({ url }) => url);
    expect(urls).toContain('http://127.0.0.1:9/one-off');
    const { body } = await api.request(at(endpoint, '/deliveries?status=pending'));
    const [delivery] = (body as { data: unknown[] }).data.map((one) => webhookDeliverySchema.parse(one));
    expect(delivery).toMatchObject({
      ...{
        event: 'analysis.canceled',
        endpoint_id: endpoint.id,
        analysis_id: id,
        url: ADDRESS,
        attempts: [],
      },
      ...{ status: 'pending', next_attempt_at: expect.any(String) },
    });
    const row = (await api.runtime.database.webhookDeliveries.findById(delivery.id))!;
    // What is sent is what the API answers at that moment.
    const shown = await api.request(`/v1/analyses/${id}`);
    expect(JSON.parse(row.body)).toEqual({
      ...{ type: 'analysis.canceled', timestamp: (shown.body as { completed_at: string }).completed_at },
      data: shown.body,
    });

    const failed = { succeeded: false, nextAttemptAt: null, disable: null } as const;
    const entry = {
      at: new Date().toISOString(),
      url: ADDRESS,
      duration_ms: 5,
      answer_code: 500,
      error: 'No.',
    };
    await api.runtime.database.webhookDeliveries.record(row, { ...failed, entry });
    const after = await api.request(`/v1/webhook-deliveries/${delivery.id}`);
    expect(after.body).toMatchObject({ status: 'failed', attempts: [{ number: 1, ...entry }] });
    const again = await send('POST', `/v1/webhook-deliveries/${delivery.id}/redeliver`);
    expect(again.status).toBe(202);
    expect(again.body).toMatchObject({ id: delivery.id, status: 'pending', attempts: [{ number: 1 }] });
  });

  it('sends a test to an endpoint that is enabled', async () => {
    const endpoint = await create();
    const answer = await send('POST', at(endpoint, '/test'));
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ event: 'webhook.test', analysis_id: null, status: 'pending' });
    await send('POST', at(endpoint, '/disable'));
    expectProblem(await send('POST', at(endpoint, '/test')), 'conflict');
    const { id } = answer.body as { id: string };
    expectProblem(await send('POST', `/v1/webhook-deliveries/${id}/redeliver`), 'conflict');
  });

  it('pages through deliveries', async () => {
    const endpoint = await create();
    for (let i = 0; i < 3; i++) await send('POST', at(endpoint, '/test'));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await api.request(at(endpoint, `/deliveries?limit=2${query}`));
      const page = body as { data: { id: string }[]; next_cursor: string | null };
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
    }
    expect(new Set(seen).size).toBe(3);
    expectProblem(await api.request(at(endpoint, '/deliveries?cursor=x')), 'invalid_request', ['cursor']);
  });

  it('has room for fifty endpoints of a project', async () => {
    const { webhookEndpoints } = api.runtime.database;
    const input = { projectId: 'full', url: ADDRESS, events: [], description: null, secret: 'whsec_' };
    for (let i = 0; i < 47; i++) await webhookEndpoints.create(input);
    const together = await Promise.allSettled(
      Array.from({ length: 8 }, () => webhookEndpoints.create(input)),
    );
    const refused = together.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(Array(5).fill('conflict'));
    expect(await webhookEndpoints.list('full')).toHaveLength(50);
  });

  it('leaves nothing of an upload whose webhook may not be sent', async () => {
    const before = await api.traces();
    expectProblem(await api.upload('abc', '?webhook_url=https://10.0.0.1/'), 'webhook_forbidden');
    expectProblem(await api.upload('abc', '?webhook_url=nowhere'), 'invalid_request', ['webhook_url']);
    expect(await api.traces()).toEqual(before);
  });
});
