import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { type WebhookMessage } from '@eyeline/contracts';
import { type EmbeddedStack, fixture, startEmbeddedStack } from '@eyeline/testing';
import { Webhook } from 'standardwebhooks';

type Received = { path: string; headers: Record<string, string>; body: string };

/** Real: everything. The stack of `npm start`, HTTP alone, a receiver on loopback. */
describe('webhooks of a stack', () => {
  let stack: EmbeddedStack;
  let receiver: Server;
  const received: Received[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        received.push({
          path: request.url ?? '',
          headers: request.headers as Record<string, string>,
          body,
        });
        // The first attempt of each is refused.
        const { length } = received.filter(({ path }) => path === request.url);
        response.writeHead(length === 1 ? 503 : 200).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    stack = await startEmbeddedStack({
      WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
      WEBHOOK_RETRY_SCHEDULE_S: '0,0.2',
    });
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    receiver.close();
  });

  const addressOf = (path: string) => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;
  const untilReceived = async (path: string, count: number): Promise<Received[]> => {
    for (;;) {
      const found = received.filter((one) => one.path === path);
      if (found.length >= count) return found;
      await new Promise((done) => setTimeout(done, 50)); // the test's own time limit ends it
    }
  };

  it('tell an endpoint and a one-off address of a completed analysis, at the second attempt', async () => {
    const { client } = stack;
    const created = await client.request('/v1/webhook-endpoints', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: addressOf('/endpoint'), events: ['analysis.completed'] }),
    });
    expect(created.status).toBe(201);
    const endpoint = created.body as { id: string; secret: string };
    const { secret } = (await client.request('/v1/webhook-secret')).body as { secret: string };
    const { id } = await client.submit(fixture('average-person.mp4'), {
      webhook_url: addressOf('/one-off'),
      end_s: '1',
    });
    const analysis = await client.finish(id);
    for (const [path, key] of [
      ['/endpoint', endpoint.secret],
      ['/one-off', secret],
    ]) {
      const [first, second] = await untilReceived(path, 2);
      expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
      const message = new Webhook(key).verify(second.body, second.headers) as WebhookMessage;
      expect(message).toEqual({
        type: 'analysis.completed',
        timestamp: analysis.completed_at,
        data: analysis,
      });
    }
    expect(received).toHaveLength(4);
  }, 120_000);
});
