import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { type EmbeddedStack, findFreePort, fixture, startEmbeddedStack } from '@eyeline/testing';

jest.setTimeout(240_000);

const root = resolve(__dirname, '../..');
const TYPESCRIPT = [process.execPath, '--import', './libs/testing/src/typescript-loader.mjs'];

const ANALYSE: [string, string[]][] = [
  ['typescript', [...TYPESCRIPT, 'examples/typescript/analyze.ts']],
  ['python', ['python3', 'examples/python/analyze.py']],
  ['curl', ['examples/curl/analyze.sh']],
];
const RECEIVE: [string, string[]][] = [
  ['typescript', [...TYPESCRIPT, 'examples/typescript/receive-webhook.ts']],
  ['python', ['python3', 'examples/python/receive_webhook.py']],
];

interface Message {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Real: everything. The stack of `npm start` with a key, and the examples as people start them. */
describe('the examples', () => {
  let stack: EmbeddedStack;
  let key: string;
  let receiver: Server;
  const received: Message[] = [];
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    stack = await startEmbeddedStack({ WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' });
    const made = await run(
      [process.execPath, 'scripts/keys.mjs', 'create', 'examples', '--scopes', 'admin', '--json'],
      {
        EYELINE_DATA_DIR: stack.dataDir,
      },
    );
    ({ key } = JSON.parse(made.stdout) as { key: string });
    receiver = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
  });

  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    receiver?.close();
    await stack?.stop();
  });

  function begin([command, ...args]: string[], environment: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, EYELINE_URL: stack.client.baseUrl, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    children.push(child);
    return child;
  }

  async function run(command: string[], environment: NodeJS.ProcessEnv = {}, input = '') {
    const child = begin(command, environment);
    // One that refuses before it has read everything closes its end.
    child.stdin!.on('error', () => undefined).end(input);
    const [[exitCode], stdout, stderr] = await Promise.all([
      once(child, 'close'),
      text(child.stdout!),
      text(child.stderr!),
    ]);
    return { exitCode: exitCode as number | null, stdout, stderr };
  }

  const ask = (path: string, init: RequestInit = {}) =>
    stack.client.request(path, {
      ...init,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    });

  /** An endpoint, and its secret. */
  async function tell(port: number): Promise<string> {
    const body = JSON.stringify({ url: `http://127.0.0.1:${port}/` });
    const created = await ask('/v1/webhook-endpoints', { method: 'POST', body });
    expect(created.status).toBe(201);
    return created.body.secret as string;
  }

  it.each(ANALYSE)('%s: sends a video, waits, prints what the report says', async (_name, command) => {
    const { exitCode, stdout, stderr } = await run([...command, fixture('average-person.mp4')], {
      EYELINE_API_KEY: key,
    });
    expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('rror')]);
    const [{ id }] = (await ask('/v1/analyses?tag=example&limit=1')).body.data;
    const { body: report } = await ask(`/v1/analyses/${id}/report`);
    expect(stdout).toBe(`${report.overall_dominant_emotion} ${report.eye_contact_score}\n`);
  });

  it.each(ANALYSE)('%s: says why it is refused, and why an analysis has failed', async (_name, command) => {
    const keyless = await run([...command, fixture('average-person.mp4')], { EYELINE_API_KEY: '' });
    expect([keyless.exitCode, keyless.stdout]).toEqual([1, '']);
    expect(keyless.stderr).toContain('unauthorized');
    const failed = await run([...command, 'package.json'], { EYELINE_API_KEY: key });
    expect([failed.exitCode, failed.stdout]).toEqual([1, '']);
    expect(failed.stderr).toContain('unsupported_media');
  });

  it.each(RECEIVE)('%s: takes what the service sends, and nothing else', async (_name, command) => {
    const port = await findFreePort();
    const secret = await tell(port);
    const child = begin([...command, String(port)], { EYELINE_WEBHOOK_SECRET: secret });
    let printed = '';
    child.stdout!.setEncoding('utf8').on('data', (part: string) => (printed += part));
    const untilPrinted = async (line: string) => {
      while (!printed.includes(line)) await new Promise((done) => setTimeout(done, 50));
    };
    await untilPrinted('ready\n');
    const forged = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: {
        ...{ 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) },
        'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
      },
      body: '{"type":"analysis.completed","data":{"id":"forged"}}',
    });
    expect(forged.status).toBe(401);
    const id = await failQuickly();
    await untilPrinted(`analysis.failed ${id}\n`);
    expect(printed).not.toContain('forged');
  });

  it('curl: verifies a message', async () => {
    const secret = await tell((receiver.address() as AddressInfo).port);
    const id = await failQuickly();
    const find = () => received.find(({ body }) => body.includes(id));
    while (find() === undefined) await new Promise((done) => setTimeout(done, 50));
    const { headers, body } = find()!;
    const signed = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
      String(headers[name]),
    );
    const verify = async (words: string[], input: string) =>
      (await run(['examples/curl/verify-webhook.sh', ...words], { EYELINE_WEBHOOK_SECRET: secret }, input))
        .exitCode;
    const [messageId, timestamp, signature] = signed;
    expect(await verify(signed, body)).toBe(0);
    expect(await verify([messageId, timestamp, `v1,other ${signature}`], body)).toBe(0);
    expect(await verify(signed, body.replace('failed', 'completed'))).toBe(1);
    expect(await verify(['msg_other', timestamp, signature], body)).toBe(1);
    expect(await verify([messageId, String(Number(timestamp) - 301), signature], body)).toBe(1);
    expect(await verify([messageId, 'now', signature], body)).toBe(1);
  });

  it('are shown in docs/clients.md as they are', () => {
    const page = readFileSync(join(root, 'docs/clients.md'), 'utf8');
    for (const path of ['typescript/analyze.ts', 'python/analyze.py', 'curl/analyze.sh']) {
      expect(page).toContain(readFileSync(join(root, 'examples', path), 'utf8'));
    }
  });

  /** An analysis that ends at once. */
  async function failQuickly(): Promise<string> {
    const started = await stack.client.request('/v1/analyses', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'video/mp4' },
      body: 'no video',
    });
    expect(started.status).toBe(202);
    return started.body.id as string;
  }
});
