import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { verifyWebhook } from '@eyeline/client';
import { type EmbeddedStack, fixture, startEmbeddedStack } from '@eyeline/testing';

const root = resolve(__dirname, '../..');

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Real: everything. The stack of `npm start`, and the command as people start it. */
describe('the eyeline command', () => {
  let stack: EmbeddedStack;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eyeline-command-'));
    stack = await startEmbeddedStack({
      WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
      SOURCE_ALLOWED_RANGES: '127.0.0.0/8',
    });
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function start(
    args: string[],
    environment: NodeJS.ProcessEnv = {},
  ): { child: ChildProcess; ended: Promise<Ended> } {
    const child = spawn(process.execPath, ['scripts/eyeline.mjs', ...args], {
      cwd: root,
      env: { ...process.env, EYELINE_URL: stack.client.baseUrl, XDG_STATE_HOME: folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const streams = Promise.all([text(child.stdout), text(child.stderr)]);
    const ended = Promise.all([once(child, 'close'), streams]).then(([[exitCode], [stdout, stderr]]) => ({
      exitCode: exitCode as number | null,
      ...{ stdout, stderr },
    }));
    return { child, ended };
  }

  const eyeline = (args: string[], environment?: NodeJS.ProcessEnv): Promise<Ended> =>
    start(args, environment).ended;

  const json = async (args: string[]) => {
    const { stdout, ...rest } = await eyeline([...args, '--json']);
    return { ...rest, value: JSON.parse(stdout) };
  };

  it('analyses videos, saves what came of them, and says which were refused', async () => {
    const nothing = join(folder, 'notes.mp4');
    await writeFile(nothing, 'no video');
    const out = join(folder, 'reports');
    const { exitCode, stderr, value } = await json([
      ...['analyze', fixture('average-person.mp4'), nothing, '--out', out, '--frames', 'csv'],
      ...['--option', 'end_s=2', '--option', 'sampling_fps=2', '--tag', 'cli', '--metadata', '{"room":"A"}'],
    ]);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/^notes\.mp4: .* \(unsupported_media\)\n$/),
    ]);
    const [good, bad] = value;
    expect(good).toMatchObject({
      video: fixture('average-person.mp4'),
      analysis: { status: 'completed', tag: 'cli', metadata: { room: 'A' }, options: { end_s: 2 } },
      files: ['report.json', 'frames.csv'].map((kind) => join(out, `average-person.${kind}`)),
      error: null,
    });
    expect(bad).toMatchObject({
      analysis: { status: 'failed' },
      error: { code: 'unsupported_media' },
      files: [],
    });
    expect((await readdir(out)).sort()).toEqual(['average-person.frames.csv', 'average-person.report.json']);
    const report = await stack.client.report(good.analysis.id);
    expect(JSON.parse(await readFile(join(out, 'average-person.report.json'), 'utf8'))).toEqual(report);

    const { id } = good.analysis;
    expect(await json(['status', id])).toMatchObject({ exitCode: 0, value: { id, status: 'completed' } });
    expect((await json(['status', bad.analysis.id])).exitCode).toBe(1);
    expect((await json(['report', id])).value).toEqual(report);
    const shown = await eyeline(['report', id]);
    expect([shown.exitCode, shown.stdout]).toEqual([
      0,
      expect.stringContaining(report.overall_dominant_emotion!),
    ]);
    const listed = await json(['list', '--tag', 'cli', '--limit', '1']);
    expect(listed.value.map((one: { id: string }) => one.id)).toEqual([bad.analysis.id]);
    expect((await eyeline(['list', '--status', 'completed'])).stdout).toMatch(
      new RegExp(`^${id}  completed`, 'm'),
    );
  }, 240_000);

  it('names an address instead of sending a file', async () => {
    const host = createServer((_request, response) => {
      createReadStream(fixture('average-person.mp4')).pipe(response);
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    try {
      const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/talk.mp4?token=1`;
      const { exitCode, stderr, value } = await json(['analyze', url, '--wait', '--option', 'end_s=1']);
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(value[0]).toMatchObject({
        video: url,
        analysis: { status: 'completed' },
        report: { warnings: [] },
      });
    } finally {
      host.close();
    }
  }, 120_000);

  it('starts without waiting, and cancels', async () => {
    const started = await eyeline(['analyze', fixture('average-person.mp4'), '--option', 'sampling_fps=0']);
    expect([started.exitCode, started.stderr]).toEqual([0, '']);
    const [, id] = /^average-person\.mp4 {2}(an_\w+) {2}queued\n$/.exec(started.stdout) ?? [];
    expect(id).toBeDefined();
    const canceled = await eyeline(['cancel', id]);
    expect(canceled.exitCode).toBe(0);
    const again = await eyeline(['report', id]);
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('(canceled)')]);
  }, 120_000);

  it('says after Ctrl-C what goes on', async () => {
    const videos = Array<string>(6).fill(fixture('average-person.mp4'));
    const { child, ended } = start([
      'analyze',
      ...videos,
      '--wait',
      '--tag',
      'stopped',
      '--option',
      'sampling_fps=0',
    ]);
    const find = async () =>
      (await stack.client.request('/v1/analyses?tag=stopped')).body.data as { id: string }[];
    while ((await find()).length === 0) await new Promise((done) => setTimeout(done, 50));
    child.kill('SIGINT');
    const { exitCode, stdout, stderr } = await ended;
    expect([exitCode, stdout]).toEqual([130, '']);
    const onServer = (await find()).map(({ id }) => id);
    const told = stderr.match(/an_\w+/g) ?? [];
    expect([...new Set(told)].sort()).toEqual(onServer.sort());
    // Every video is accounted for; a quick worker may have ended the first ones.
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(videos.length);
    for (const line of lines) {
      expect(line).toMatch(
        /: (an_\w+ goes on\. To stop it: eyeline cancel an_\w+|an_\w+ is \w+\.|not started\. .+)$/,
      );
    }
    for (const id of onServer) await stack.client.request(`/v1/analyses/${id}/cancel`, { method: 'POST' });
  }, 120_000);

  it('keeps webhook endpoints', async () => {
    const received: { body: string; headers: NodeJS.Dict<string | string[]> }[] = [];
    const receiver = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ body, headers: request.headers });
        response.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    try {
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
      const { value: endpoint } = await json(['webhooks', 'create', url, '--event', 'analysis.failed']);
      expect(endpoint).toMatchObject({ url, events: ['analysis.failed'] });
      expect((await eyeline(['webhooks', 'list'])).stdout).toContain(`${endpoint.id}  enabled  ${url}`);
      const test = await eyeline(['webhooks', 'test', endpoint.id]);
      expect(test).toMatchObject({ exitCode: 0, stdout: `${url} has taken the test (204).\n` });
      expect(verifyWebhook(received[0].body, received[0].headers, endpoint.secret).type).toBe('webhook.test');
      receiver.close();
      expect((await eyeline(['webhooks', 'test', endpoint.id])).exitCode).toBe(1);
      expect((await eyeline(['webhooks', 'delete', endpoint.id])).exitCode).toBe(0);
      expect((await json(['webhooks', 'list'])).value).toEqual([]);
    } finally {
      receiver.close();
    }
  }, 120_000);

  it.each([
    ['no command', []],
    ['an unknown command', ['analyse', 'a.mp4']],
    ['an unknown option', ['list', '--colour']],
    ['no video', ['analyze']],
    ['a video that is not there', ['analyze', 'nowhere.mp4']],
    ['options that are none', ['analyze', fixture('average-person.mp4'), '--option', 'landmarks']],
    ['metadata that is none', ['analyze', fixture('average-person.mp4'), '--metadata', '5']],
    ['frames in no form', ['analyze', fixture('average-person.mp4'), '--out', 'x', '--frames', 'xml']],
    ['no id', ['status']],
    ['an unknown action', ['webhooks', 'forget']],
    ['an address that is none', ['list', '--url', 'eyeline']],
  ])('%s: exit code 2, and where help is', async (_name, args) => {
    const { exitCode, stdout, stderr } = await eyeline(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\nHelp: eyeline --help\n$/);
  });

  it('helps, and says what is wrong with the service', async () => {
    const help = await eyeline(['analyze', '--help']);
    expect([help.exitCode, help.stderr]).toEqual([0, '']);
    for (const word of ['analyze VIDEO...', 'EYELINE_URL', 'EYELINE_API_KEY', 'Exit codes']) {
      expect(help.stdout).toContain(word);
    }
    expect(await eyeline(['status', 'an_none'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/\(not_found\)\nRequest [\w-]+\n$/),
    });
    const refused = await eyeline(['analyze', fixture('average-person.mp4'), '--option', 'max_side=1']);
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('(invalid_request)')]);
  });
});
