import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { once } from 'node:events';

import { Webhook } from 'standardwebhooks';

import { AddressGuard } from '../addresses/address-guard.js';
import { newWebhookSecret } from '../sign-message.js';
import { type Message, WebhookSender } from './webhook-sender.js';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** Real: a receiver on loopback, connections, the verifier of Standard Webhooks. */
describe('WebhookSender', () => {
  let server: Server;
  let handler: Handler;
  let received: { headers: IncomingMessage['headers']; body: string }[];
  const secret = newWebhookSecret();
  const never = new AbortController().signal;
  const guard = new AddressGuard(['127.0.0.0/8']);

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        handler(request, response, body);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => (received = []));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const portOf = (one: Server | TcpServer) => (one.address() as AddressInfo).port;
  const message = (changes: Partial<Message> = {}): Message => ({
    id: 'msg_1',
    url: `http://127.0.0.1:${portOf(server)}/hook`,
    body: '{"type":"analysis.completed"}',
    secrets: [secret],
    ...changes,
  });
  const send = (changes?: Partial<Message>, timeoutMs?: number) =>
    new WebhookSender(guard, timeoutMs).send(message(changes), never);
  const answer = (status: number, headers: Record<string, string> = {}): void => {
    handler = (_request, response) => response.writeHead(status, headers).end('{}');
  };

  it('sends what the verifier of Standard Webhooks accepts', async () => {
    answer(204);
    expect(await send()).toMatchObject({ succeeded: true, status: 204, error: null });
    const [{ headers, body }] = received;
    expect(headers['content-type']).toBe('application/json');
    expect(headers['webhook-id']).toBe('msg_1');
    const verifier = new Webhook(secret);
    expect(verifier.verify(body, headers as Record<string, string>)).toEqual({ type: 'analysis.completed' });
    expect(() => verifier.verify(`${body} `, headers as Record<string, string>)).toThrow();
  });

  it.each([
    [200, {}, true, null],
    [299, {}, true, null],
    [400, {}, false, null],
    [410, {}, false, null],
    [429, { 'Retry-After': '7' }, false, 7],
    [503, { 'Retry-After': 'never' }, false, null],
  ])('takes the answer %i %j for success: %s', async (status, headers, succeeded, retryAfterS) => {
    answer(status, headers);
    expect(await send()).toMatchObject({ succeeded, status, retryAfterS });
  });

  it.each([301, 302, 307, 308])('follows no redirect: %i', async (status) => {
    answer(status, { Location: '/elsewhere' });
    const attempt = await send();
    expect(attempt).toMatchObject({ succeeded: false, status });
    expect(attempt.error).toContain('redirects are not followed');
    expect(received).toHaveLength(1);
  });

  it('gives up on a receiver that does not answer', async () => {
    handler = () => undefined;
    expect(await send({}, 200)).toEqual({
      ...{ succeeded: false, status: null, retryAfterS: null },
      error: 'No answer came within 0.2 s.',
      durationMs: expect.any(Number),
    });
  });

  it('reads only a little of an answer without end', async () => {
    const chunk = Buffer.alloc(64 * 1024);
    let sentBytes = 0;
    const closed = new Promise<void>((resolve) => {
      handler = (_request, response) => {
        const pour = (): void => {
          while (response.writable && response.write(chunk)) sentBytes += chunk.length;
        };
        response.writeHead(200).on('drain', pour).on('close', resolve);
        pour();
      };
    });
    expect(await send()).toMatchObject({ succeeded: true, status: 200 });
    await closed;
    expect(sentBytes).toBeLessThan(64 * 1024 * 1024);
  });

  it('takes broken and absent answers for failures', async () => {
    handler = (request) => request.socket.destroy();
    expect(await send()).toMatchObject({ succeeded: false, status: null, error: expect.any(String) });
    handler = (request) =>
      request.socket.end('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
    expect(await send()).toMatchObject({ succeeded: false });
    handler = (_request, response) => response.writeHead(200, { A: 'x'.repeat(100_000) }).end();
    expect(await send()).toMatchObject({ succeeded: false, status: null });
    const closed = createTcpServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const port = portOf(closed);
    closed.close();
    expect(await send({ url: `http://127.0.0.1:${port}/` })).toMatchObject({
      error: 'No answer came (ECONNREFUSED).',
    });
  });

  it('does not connect to an address that is not allowed, and says so', async () => {
    const attempt = await send({ url: `http://[::1]:${portOf(server)}/` });
    expect(attempt).toMatchObject({ succeeded: false, status: null });
    expect(attempt.error).toContain('does not connect to');
    expect(received).toEqual([]);
  });

  it('connects to the address that was checked, whatever the name resolves to a moment later', async () => {
    answer(200);
    const answers = [['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1', '169.254.169.254']];
    const rebinding = new AddressGuard(['127.0.0.0/8'], () => Promise.resolve(answers.shift() ?? []));
    const sender = new WebhookSender(rebinding);
    // A name that no resolver of the system knows: only what was checked can lead to the receiver.
    const url = `http://rebinding.invalid:${portOf(server)}/`;
    expect(await sender.send(message({ url }), never)).toMatchObject({ succeeded: true });
    expect(received[0].headers.host).toBe(`rebinding.invalid:${portOf(server)}`);
    for (let i = 0; i < 2; i++) {
      expect(await sender.send(message({ url }), never)).toMatchObject({ succeeded: false, status: null });
    }
    expect(received).toHaveLength(1);
  });

  it('tells TLS the name of the host, on a connection to the checked address', async () => {
    const hello = new Promise<Buffer>((resolve) => {
      const tls = createTcpServer((socket) => {
        socket
          .on('error', () => undefined)
          .once('data', (bytes: Buffer) => {
            resolve(bytes);
            socket.destroy();
            tls.close();
          });
      }).listen(0, '127.0.0.1', () => {
        const named = new AddressGuard(['127.0.0.0/8'], () => Promise.resolve(['127.0.0.1']));
        const url = `https://receiver.invalid:${portOf(tls)}/`;
        void new WebhookSender(named).send(message({ url }), never);
      });
    });
    expect((await hello).includes('receiver.invalid')).toBe(true);
  });

  it('throws when it is told to stop, instead of taking that for an answer', async () => {
    const controller = new AbortController();
    handler = () => controller.abort(new Error('stopping'));
    await expect(new WebhookSender(guard).send(message(), controller.signal)).rejects.toThrow('stopping');
  });
});
