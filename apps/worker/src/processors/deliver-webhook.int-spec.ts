import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  analysisOptionsSchema,
  analysisSchema,
  WEBHOOK_EVENTS,
  type WebhookMessage,
} from '@eyeline/contracts';
import { type DeliveryRow, type EndpointRow, newAnalysisId } from '@eyeline/database';
import { openWorkerRig, type WorkerProcess, type WorkerRig } from '@eyeline/testing';
import { newWebhookSecret } from '@eyeline/webhooks';
import { Webhook } from 'standardwebhooks';

jest.setTimeout(90_000);

const PATIENCE_MS = 30_000;

interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * Real: PostgreSQL, Redis, built workers in processes of their own, a receiver on loopback, the verifier of Standard
 * Webhooks. The analyses end by a hand in the API's place.
 */
describe.each(['postgres', 'redis'] as const)('webhooks, queue on %s', (kind) => {
  let rig: WorkerRig;
  let receiver: Server;
  let received: Received[];
  /** What a path answers; 200 unless a test says otherwise. */
  let answers: Map<string, (response: ServerResponse, nth: number) => void>;
  let paths = 0;
  let worker: WorkerProcess | null = null;

  beforeAll(async () => {
    receiver = createServer((request: IncomingMessage, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const path = request.url ?? '';
        received.push({ path, headers: request.headers as Record<string, string>, body });
        const answer = answers.get(path) ?? ((one: ServerResponse) => one.writeHead(204).end());
        answer(response, at(path).length);
      });
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    rig = await openWorkerRig(kind, 2000, {
      RECONCILE_INTERVAL_S: '1',
      WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
      WEBHOOK_RETRY_SCHEDULE_S: '0,0.1,0.1',
    });
  });
  beforeEach(() => {
    received = [];
    answers = new Map();
  });
  afterAll(async () => {
    await rig.close();
    receiver.closeAllConnections();
    receiver.close();
  });

  const work = async (): Promise<void> => {
    worker ??= await rig.startWorker();
  };
  const stopWork = async (): Promise<void> => {
    await rig.killWorkers();
    worker = null;
  };
  const at = (path: string) => received.filter((one) => one.path === path);
  const newPath = () => `/${++paths}`;
  const addressOf = (path: string) => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;

  /** An endpoint in a project of its own. */
  const createEndpoint = (path: string): Promise<EndpointRow> =>
    rig.database.webhookEndpoints.create({
      ...{ projectId: `project-${path}`, url: addressOf(path), events: WEBHOOK_EVENTS },
      ...{ description: null, secret: newWebhookSecret() },
    });

  /** An analysis of the project that ends at once. */
  const endAnalysis = async (projectId: string, webhookUrl: string | null = null): Promise<string> => {
    const id = newAnalysisId();
    await rig.database.analyses.create({
      ...{ id, projectId, tag: 'a tag', metadata: {}, options: analysisOptionsSchema.parse({}) },
      ...{ videoKey: 'k', videoBytes: 1, videoSha256: '0', webhookUrl, apiUrl: 'https://eyeline.example' },
    });
    await rig.database.analyses.cancel(projectId, id, new Date(Date.now() + 3600_000));
    await rig.deliver();
    return id;
  };

  const until = async <T>(look: () => Promise<T | null | false> | T | null | false): Promise<T> => {
    for (const endMs = Date.now() + PATIENCE_MS; Date.now() < endMs; await sleep(25)) {
      const found = await look();
      if (found !== null && found !== false) return found;
    }
    throw new Error(`It did not come true: ${JSON.stringify(received)}`);
  };
  const deliveryOf = async (analysisId: string): Promise<DeliveryRow> => {
    const row = await rig.database.analyses.findById(analysisId);
    const { rows } = await rig.database.webhookDeliveries.list(row!.projectId, { analysisId, limit: 10 });
    expect(rows).toHaveLength(1);
    return rows[0];
  };
  const ended = (analysisId: string) =>
    until(async () => {
      const row = await deliveryOf(analysisId);
      return row.status !== 'pending' && row;
    });
  const endpointNow = async ({ projectId, id }: EndpointRow) =>
    (await rig.database.webhookEndpoints.find(projectId, id))!;

  it('tell the endpoint and the one-off address once each, signed by their secrets', async () => {
    await work();
    const [path, oneOff] = [newPath(), newPath()];
    const endpoint = await createEndpoint(path);
    const id = await endAnalysis(endpoint.projectId, addressOf(oneOff));
    await until(() => at(path).length === 1 && at(oneOff).length === 1);
    const { secret: projectSecret } = await rig.database.webhookSecrets.find(endpoint.projectId, 'unused');
    for (const [where, secret] of [
      [path, endpoint.secret],
      [oneOff, projectSecret],
    ]) {
      const [{ body, headers }] = at(where);
      const message = new Webhook(secret).verify(body, headers) as WebhookMessage;
      expect(message).toMatchObject({
        type: 'analysis.canceled',
        data: { id, status: 'canceled', tag: 'a tag' },
      });
      expect(analysisSchema.parse(message.data).links.self).toBe(`https://eyeline.example/v1/analyses/${id}`);
      expect(message.timestamp).toBe(message.data.completed_at);
      expect(() => new Webhook(secret).verify(body.replace(id, 'an_other'), headers)).toThrow();
    }
    expect(at(path)[0].headers['webhook-id']).not.toBe(at(oneOff)[0].headers['webhook-id']);
    await until(async () => {
      const { rows } = await rig.database.webhookDeliveries.list(endpoint.projectId, { limit: 10 });
      return rows.length === 2 && rows.every(({ status }) => status === 'succeeded');
    });
  });

  it('sign by both secrets after a rotation', async () => {
    await work();
    const path = newPath();
    const endpoint = await createEndpoint(path);
    const fresh = newWebhookSecret();
    const until1h = new Date(Date.now() + 3600_000);
    await rig.database.webhookEndpoints.rotateSecret(endpoint.projectId, endpoint.id, fresh, until1h);
    await ended(await endAnalysis(endpoint.projectId));
    const [{ body, headers }] = at(path);
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const secret of [endpoint.secret, fresh]) {
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    }
    await rig.database.webhookEndpoints.rotateSecret(endpoint.projectId, endpoint.id, fresh, new Date(0));
    await ended(await endAnalysis(endpoint.projectId));
    expect(at(path)[1].headers['webhook-signature'].split(' ')).toHaveLength(1);
  });

  it('sign for one-off addresses by both secrets of the project after a rotation', async () => {
    await work();
    const { webhookSecrets } = rig.database;
    const [path, projectId] = [newPath(), 'rotating'];
    const old = newWebhookSecret();
    const fresh = newWebhookSecret();
    expect(await webhookSecrets.find(projectId, old)).toMatchObject({ secret: old, previousSecret: null });
    await webhookSecrets.rotate(projectId, fresh, new Date(Date.now() + 3600_000));
    await ended(await endAnalysis(projectId, addressOf(path)));
    const [{ body, headers }] = at(path);
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const secret of [old, fresh]) expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    await webhookSecrets.rotate(projectId, newWebhookSecret(), new Date(0));
    await ended(await endAnalysis(projectId, addressOf(path)));
    expect(at(path)[1].headers['webhook-signature'].split(' ')).toHaveLength(1);
    expect(() => new Webhook(fresh).verify(at(path)[1].body, at(path)[1].headers)).toThrow();
  });

  it('leave places for others while a receiver is slow', async () => {
    await work();
    const slow = newPath();
    const held: ServerResponse[] = [];
    answers.set(slow, (response) => void held.push(response));
    const endpoint = await createEndpoint(slow);
    const ids: string[] = [];
    // More than a worker sends at once.
    for (let i = 0; i < 40; i++) ids.push(await endAnalysis(endpoint.projectId));
    await until(() => held.length >= 8);
    const other = newPath();
    await ended(await endAnalysis((await createEndpoint(other)).projectId));
    expect(at(other)).toHaveLength(1);
    expect(held).toHaveLength(8);
    answers.delete(slow);
    for (const response of held) response.writeHead(204).end();
    for (const id of ids) expect(await ended(id)).toMatchObject({ status: 'succeeded', attempt: 1 });
    expect(at(slow)).toHaveLength(40);
  });

  it('try again by the schedule, with the same id and body, until it is taken', async () => {
    await work();
    const path = newPath();
    answers.set(path, (response, nth) => response.writeHead(nth < 3 ? 500 : 200).end());
    const endpoint = await createEndpoint(path);
    const delivery = await ended(await endAnalysis(endpoint.projectId));
    expect(delivery).toMatchObject({ status: 'succeeded', nextAttemptAt: null });
    expect(delivery.log.map(({ number, answer_code: code }) => [number, code])).toEqual([
      [1, 500],
      [2, 500],
      [3, 200],
    ]);
    expect(new Set(at(path).map(({ headers, body }) => headers['webhook-id'] + body)).size).toBe(1);
    expect((await endpointNow(endpoint)).disabledAt).toBeNull();
  });

  it('disable the endpoint when the last attempt fails, send it nothing more, and deliver again when asked', async () => {
    await work();
    const path = newPath();
    answers.set(path, (response) => response.writeHead(302, { Location: '/elsewhere' }).end());
    const endpoint = await createEndpoint(path);
    const id = await endAnalysis(endpoint.projectId);
    const failed = await ended(id);
    expect(failed).toMatchObject({ status: 'failed', attempt: 3 });
    expect(at('/elsewhere')).toEqual([]);
    expect((await endpointNow(endpoint)).disabledReason).toBe('failing');
    const unheard = await endAnalysis(endpoint.projectId);
    const { rows } = await rig.database.webhookDeliveries.list(endpoint.projectId, { limit: 10 });
    expect(rows.map(({ analysisId }) => analysisId)).not.toContain(unheard);

    await rig.database.webhookEndpoints.update(endpoint.projectId, endpoint.id, { enabled: true });
    answers.delete(path);
    await rig.database.webhookDeliveries.redeliver(failed);
    await rig.deliver();
    const again = await ended(id);
    expect(again).toMatchObject({ status: 'succeeded', attempt: 4 });
    expect(new Set(at(path).map(({ headers }) => headers['webhook-id']))).toEqual(new Set([failed.id]));
  });

  it('disable an endpoint that says it is gone at once', async () => {
    await work();
    const path = newPath();
    answers.set(path, (response) => response.writeHead(410).end());
    const endpoint = await createEndpoint(path);
    expect(await ended(await endAnalysis(endpoint.projectId))).toMatchObject({
      status: 'failed',
      attempt: 1,
    });
    expect((await endpointNow(endpoint)).disabledReason).toBe('gone');
  });

  it('wait as long as the receiver asks', async () => {
    await work();
    const path = newPath();
    const times: number[] = [];
    answers.set(path, (response, nth) => {
      times.push(Date.now());
      response.writeHead(nth === 1 ? 429 : 200, { 'Retry-After': '2' }).end();
    });
    const endpoint = await createEndpoint(path);
    await ended(await endAnalysis(endpoint.projectId));
    expect(times[1] - times[0]).toBeGreaterThan(1900);
  });

  it('send no test twice, and disable nothing for it', async () => {
    await work();
    const path = newPath();
    answers.set(path, (response) => response.writeHead(500).end());
    const endpoint = await createEndpoint(path);
    const { id } = await rig.database.webhookDeliveries.createTest(endpoint);
    await rig.deliver();
    await until(async () => (await rig.database.webhookDeliveries.findById(id))?.status === 'failed');
    expect(at(path)).toHaveLength(1);
    expect(JSON.parse(at(path)[0].body)).toMatchObject({ type: 'webhook.test' });
    expect((await endpointNow(endpoint)).disabledAt).toBeNull();
  });

  it('come again with the same id after a worker died between the answer and the row', async () => {
    const path = newPath();
    const endpoint = await createEndpoint(path);
    await work();
    // The receiver has taken it, but its answer never arrives before the worker is gone.
    const reached = new Promise<void>((resolve) => answers.set(path, () => resolve()));
    const id = await endAnalysis(endpoint.projectId);
    await reached;
    await stopWork();
    answers.delete(path);
    await work();
    expect(await ended(id)).toMatchObject({ status: 'succeeded', attempt: 1 });
    expect(at(path)).toHaveLength(2);
    expect(at(path)[1].headers['webhook-id']).toBe(at(path)[0].headers['webhook-id']);
    expect(at(path)[1].body).toBe(at(path)[0].body);
  });

  if (kind === 'redis') {
    it('are brought back when the queue has forgotten them', async () => {
      await stopWork();
      const path = newPath();
      const endpoint = await createEndpoint(path);
      const id = await endAnalysis(endpoint.projectId);
      await rig.wipeRedis();
      await work();
      expect(await ended(id)).toMatchObject({ status: 'succeeded' });
      expect(at(path)).toHaveLength(1);
    });
  }

  it('are not sent for an analysis that was deleted', async () => {
    await stopWork();
    const path = newPath();
    const endpoint = await createEndpoint(path);
    const id = await endAnalysis(endpoint.projectId);
    await rig.database.analyses.remove(id);
    await work();
    const marker = newPath();
    await endAnalysis((await createEndpoint(marker)).projectId);
    await until(() => at(marker).length === 1);
    expect(at(path)).toEqual([]);
  });
});
