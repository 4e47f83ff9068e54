import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { type Analysis, type DirectUpload } from '@eyeline/contracts';
import {
  describeWithS3,
  type EmbeddedStack,
  fixture,
  sendFile,
  type SourceServer,
  startEmbeddedStack,
  startSourceServer,
  testS3Settings,
} from '@eyeline/testing';
import { Upload } from 'tus-js-client';

const run = promisify(execFile);

describe('videos that arrive in pieces, with objects in a folder', () =>
  testUploads(() => Promise.resolve({})));

describeWithS3('videos that arrive in pieces, with objects in a bucket', () =>
  testUploads(async () => {
    const { endpoint, bucket, credentials } = await testS3Settings();
    return {
      ...{ S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_FORCE_PATH_STYLE: 'true' },
      S3_ACCESS_KEY_ID: credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
  }),
);

/** Real: everything. The stack of `npm start`, tus-js-client, curl, HTTP alone. */
function testUploads(storageSettings: () => Promise<NodeJS.ProcessEnv>): void {
  let stack: EmbeddedStack;
  let server: SourceServer;
  let clip: Buffer;
  let hasBucket: boolean;

  beforeAll(async () => {
    clip = await readFile(fixture('average-person.mp4'));
    server = await startSourceServer();
    server.answer((request, response) => sendFile(request, response, clip));
    const settings = await storageSettings();
    hasBucket = settings.S3_BUCKET !== undefined;
    stack = await startEmbeddedStack({ ...settings, SOURCE_ALLOWED_RANGES: '127.0.0.0/8' });
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    await server?.close();
  });

  const post = (path: string, body: object) =>
    stack.client.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  /** The analysis ends with a report of the clip that was sent. */
  const expectReport = async (id: string): Promise<void> => {
    expect(await stack.client.finish(id)).toMatchObject({ status: 'completed' });
    const { video, total_frames_analyzed } = await stack.client.report(id);
    expect(video).toMatchObject({ size_bytes: clip.length, sha256: sha256(clip) });
    expect(total_frames_analyzed).toBeGreaterThan(0);
  };

  it('become a report, sent by tus', async () => {
    const url = await new Promise<string>((done, failed) => {
      const upload = new Upload(clip, {
        endpoint: `${stack.client.baseUrl}/v1/uploads`,
        chunkSize: 300_000,
        onSuccess: () => done(upload.url ?? ''),
        onError: failed,
      });
      upload.start();
    });
    const started = await post('/v1/analyses', { upload_id: url.split('/').at(-1), end_s: 1 });
    expect(started.status).toBe(202);
    await expectReport((started.body as Analysis).id);
  }, 120_000);

  it('become a report, sent straight to the bucket where there is one', async () => {
    const created = await post('/v1/uploads/presigned', { size_bytes: clip.length });
    if (!hasBucket) {
      expect([created.status, created.body.code]).toEqual([409, 'not_supported']);
      return;
    }
    const { id, parts } = created.body as DirectUpload;
    const put = await fetch(parts[0].url, { method: 'PUT', body: new Uint8Array(clip) });
    const sent = [{ number: 1, etag: put.headers.get('etag') }];
    expect((await post(`/v1/uploads/${id}/complete`, { parts: sent })).status).toBe(200);
    const started = await post('/v1/analyses', { upload_id: id, end_s: 1 });
    await expectReport((started.body as Analysis).id);
  }, 120_000);

  it('and every example for the command line in docs/uploads.md does what it says', async () => {
    const text = await readFile(resolve(import.meta.dirname, '../../docs/uploads.md'), 'utf8');
    const examples = [...text.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, script]) => script);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    const folder = await mkdtemp(join(tmpdir(), 'eyeline-examples-'));
    try {
      await copyFile(fixture('average-person.mp4'), join(folder, 'talk.mp4'));
      // Whatever is answered with an error ends the script.
      await writeFile(join(folder, '.curlrc'), 'fail\nsilent\nshow-error\n');
      for (const example of examples) {
        const script = example
          .replaceAll('http://127.0.0.1:3000', stack.client.baseUrl)
          .replaceAll('https://videos.example.com', server.addressOf(''));
        const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], {
          cwd: folder,
          env: { PATH: process.env.PATH, CURL_HOME: folder },
        });
        await expectReport((JSON.parse(stdout) as Analysis).id);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 240_000);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
