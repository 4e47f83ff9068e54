import { AppError, WEBHOOK_EVENTS, type WebhookEvent } from '@eyeline/contracts';
import { createTestDatabase } from '@eyeline/testing';

import { input, openTwoPools, report, type TwoPools } from '../analysis.factory.js';
import { createDatabase, type Database } from '../create-database.js';
import { type OutboxJob } from '../outbox.repository.js';

/** Real: PostgreSQL, two pools of connections. */
describe('the end of an analysis', () => {
  let pools: TwoPools;
  let database: Database;
  let url: string;

  beforeAll(async () => {
    const server = await createTestDatabase();
    ({ url } = server);
    pools = await openTwoPools(server);
    ({ database } = pools);
  });
  afterAll(() => pools.close());

  const expiresAt = new Date(Date.now() + 1e9);
  let projects = 0;
  const newProject = () => `project-${++projects}`;
  const createEndpoint = (projectId: string, events: readonly WebhookEvent[] = WEBHOOK_EVENTS) =>
    database.webhookEndpoints.create({
      ...{ projectId, events, url: 'https://example.com/', description: null, secret: 'whsec_AA==' },
    });
  const create = async (projectId: string, changes = {}) =>
    (await database.analyses.create(input({ projectId, ...changes }))).id;
  const deliveries = async (projectId: string) =>
    (await database.webhookDeliveries.list(projectId, { limit: 100 })).rows;
  const drain = async (): Promise<OutboxJob[]> => {
    const jobs: OutboxJob[] = [];
    await database.outbox.drain((job) => Promise.resolve(void jobs.push(job)), 1000);
    return jobs.filter(({ jobName }) => jobName === 'deliver-webhook');
  };

  it('is told to each enabled endpoint of the project that asked for it, and to nobody else', async () => {
    const projectId = newProject();
    const [wants, , disabled] = [
      await createEndpoint(projectId, ['analysis.failed']),
      await createEndpoint(projectId, ['analysis.completed']),
      await createEndpoint(projectId),
      await createEndpoint(newProject()),
    ];
    await database.webhookEndpoints.update(projectId, disabled.id, { enabled: false });
    const analysisId = await create(projectId);
    const error = new AppError('corrupt_video').toProblem(null);
    await database.attempts.fail({ analysisId, attempt: 1 }, error, expiresAt);
    const rows = await deliveries(projectId);
    expect(rows).toMatchObject([
      { event: 'analysis.failed', analysisId, endpoint: { id: wants.id }, attempt: 1 },
    ]);
    expect(await drain()).toEqual([
      {
        jobName: 'deliver-webhook',
        payload: { deliveryId: rows[0].id, attempt: 1 },
        ...{ priority: 1, delayMs: 0 },
      },
    ]);
    const { type, data } = JSON.parse(rows[0].body) as { type: string; data: object };
    expect([type, data]).toEqual([
      'analysis.failed',
      expect.objectContaining({ id: analysisId, status: 'failed', error }),
    ]);
  });

  it('is told once, however many end it at the same time', async () => {
    const projectId = newProject();
    await createEndpoint(projectId);
    const analysisId = await create(projectId, { webhookUrl: 'https://example.com/one-off' });
    const id = { analysisId, attempt: 1 };
    const ends = await Promise.all([
      database.attempts.complete(id, report(analysisId), expiresAt),
      pools.other.attempts.complete(id, report(analysisId), expiresAt),
      pools.other.attempts.fail(id, new AppError('internal').toProblem(null), expiresAt),
      database.analyses.cancel(projectId, analysisId, expiresAt).then(() => false),
    ]);
    expect(ends.filter(Boolean).length).toBeLessThanOrEqual(1);
    const rows = await deliveries(projectId);
    expect(rows.map(({ url }) => url).sort()).toEqual([
      'https://example.com/',
      'https://example.com/one-off',
    ]);
    const { status } = (await database.analyses.findById(analysisId))!;
    expect(rows.map(({ event }) => event)).toEqual([`analysis.${status}`, `analysis.${status}`]);
  });

  it('is not written when what is to be told cannot be', async () => {
    const projectId = newProject();
    await createEndpoint(projectId);
    const analysisId = await create(projectId);
    const id = { analysisId, attempt: 1 };
    // A delay that leads to no date: the deliveries cannot be written.
    const broken = createDatabase(url, { webhookDelayS: Number.NaN });
    await expect(broken.attempts.complete(id, report(analysisId), expiresAt)).rejects.toThrow();
    await broken.close();
    expect(await deliveries(projectId)).toEqual([]);
    expect(await database.analyses.findById(analysisId)).toMatchObject({ status: 'queued' });
    expect(await database.analyses.findReport(projectId, analysisId)).toBeNull();
  });

  it('is told in less than 20 kB, however much the client has said', async () => {
    const projectId = newProject();
    await createEndpoint(projectId);
    const metadata = { note: '\u0001'.repeat(680) };
    const apiUrl = `http://${'x'.repeat(15_000)}`;
    const analysisId = await create(projectId, { metadata, tag: '\u0001'.repeat(128), apiUrl });
    const error = new AppError('internal', { detail: 'x'.repeat(2000) }).toProblem(null);
    await database.attempts.fail({ analysisId, attempt: 1 }, error, expiresAt);
    const [{ body }] = await deliveries(projectId);
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
  });

  it('waits with the first attempt as long as it is told to', async () => {
    await drain();
    const patient = createDatabase(url, { webhookDelayS: 60 });
    const projectId = newProject();
    await createEndpoint(projectId);
    await patient.analyses.cancel(projectId, await create(projectId), expiresAt);
    const [{ delayMs }] = await drain();
    expect(delayMs).toBeGreaterThan(50_000);
    await patient.close();
  });
});
