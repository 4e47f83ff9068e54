import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createTestDatabase, fixture, takeStill, type TestDatabase, testRedisUrl } from '@eyeline/testing';
import { newUploadId } from '@eyeline/database';
import { objectKeys } from '@eyeline/storage';

import { beginSession, endSession } from '../sessions/begin-session.factory.js';
import { openTestApi, type TestApi, until } from '../test-api.factory.js';
import { createSchemaCheck, type DocumentOperation, listOperations } from './document-schemas.factory.js';
import { EXAMPLE_IDS, EXAMPLE_RECEIVER } from './examples/example-ids.js';
import { EXAMPLE_FRAME, EXAMPLE_REPORT } from './examples/report.examples.js';
import { EXAMPLE_SESSION_REPORT } from './examples/session.examples.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- an OpenAPI document is any JSON */

/** Operations whose example is refused by the API of this test, with the code that says why. */
const REFUSED_HERE: Record<string, string> = {
  // Nobody writes narratives here; narrative.int-spec.ts asks a double of a language model.
  narrative_tell: 'narrative_not_configured',
  sessions_tell: 'narrative_not_configured',
  analyzesession_analyze: 'narrative_not_configured',
  // It is asked for as HTTP here; apps/api/src/live-socket opens it as a WebSocket.
  livesocket_connect: 'invalid_request',
  // No key exists here; me.int-spec.ts signs in.
  me_signIn: 'unauthorized',
  // Nothing has failed here; failed-jobs.int-spec.ts lets something fail.
  failedjobs_retry: 'conflict',
  // Objects lie in a folder here; uploads.int-spec.ts does both with an S3 server.
  directuploads_create: 'not_supported',
  directuploads_complete: 'not_supported',
};

/** What the analysis has to be for the operation to succeed, if not completed. */
const STATUS_FOR: Record<string, 'queued' | 'failed'> = {
  analyses_cancel: 'queued',
  analyses_retry: 'failed',
};

/** Headers of HTTP itself, for proxies, and those that guard browsers: the document does not repeat them. */
const USUAL_HEADERS = new Set([
  ...['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-type', 'content-length', 'vary'],
  ...['cache-control', 'content-security-policy', 'x-content-type-options', 'x-frame-options'],
  ...[
    'referrer-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'etag',
    'x-accel-buffering',
  ],
]);

interface Example {
  readonly name: string;
  readonly type: string | null;
  readonly value: any;
}

/**
 * Every example request of the OpenAPI document is sent; what comes back has to be what the document says. A new
 * operation is covered as soon as it is there. Real: HTTP, PostgreSQL, Redis, the folder of objects.
 */
describe('the OpenAPI document, replayed', () => {
  let database: TestDatabase;
  let api: TestApi;
  let video: Buffer;
  let image: Buffer;
  let operations: DocumentOperation[];
  let check: ReturnType<typeof createSchemaCheck>;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' },
    );
    video = await readFile(fixture('average-person.mp4'));
    image = takeStill('average-person.mp4', 1, 'mjpeg');
    const { body: document } = await api.request('/openapi.json');
    operations = listOperations(document);
    check = createSchemaCheck(document);
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  /** An analysis in a state, as a worker would leave it. */
  async function makeAnalysis(status: 'queued' | 'failed' | 'completed'): Promise<string> {
    const { id } = (await api.upload(video, '?thumbnails=true&annotated_video=true')).body as { id: string };
    if (status === 'queued') return id;
    const { attempts } = api.runtime.database;
    const attempt = { analysisId: id, attempt: 1 };
    await attempts.start(attempt);
    if (status === 'failed') {
      const problem = { type: '/docs/errors#corrupt_video', title: 't', status: 422, detail: 'd' };
      const error = { ...problem, code: 'corrupt_video' as const, errors: [], request_id: null };
      await attempts.fail(attempt, error, new Date(Date.now() + 1e9));
      return id;
    }
    const lines = `${JSON.stringify(EXAMPLE_FRAME)}\n`;
    await api.runtime.storage.put(objectKeys.frames(id, 1), Readable.from([Buffer.from(lines)]));
    await api.runtime.storage.put(objectKeys.thumbnail(id, 1, 1), Buffer.from('x'));
    await api.runtime.storage.put(objectKeys.annotatedVideo(id, 1), Buffer.from('x'));
    await attempts.complete(attempt, { ...EXAMPLE_REPORT, analysis_id: id }, new Date(Date.now() + 1e9));
    return id;
  }

  /** A worker's part of an analysis that is about to be made, for an answer that is held until it is done. */
  async function workOnNext(): Promise<void> {
    const { analyses, attempts } = api.runtime.database;
    const findNewest = async () => (await analyses.list('default', { limit: 1 })).rows[0].id;
    const before = await findNewest();
    await until(async () => (await findNewest()) !== before);
    const attempt = { analysisId: await findNewest(), attempt: 1 };
    await attempts.start(attempt);
    const report = { ...EXAMPLE_REPORT, analysis_id: attempt.analysisId };
    await attempts.complete(attempt, report, new Date(Date.now() + 1e9));
  }

  async function makeUpload(isComplete: boolean): Promise<string> {
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(video.length) };
    const created = await api.request('/v1/uploads', { method: 'POST', headers });
    const { id } = created.body as { id: string };
    if (isComplete) {
      const sent = await api.request(`/v1/uploads/${id}`, {
        method: 'PATCH',
        headers: {
          ...{ 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0' },
          'Content-Type': 'application/offset+octet-stream',
        },
        body: video,
      });
      expect(sent.status).toBe(204);
    }
    return id;
  }

  /** An endpoint, of which a project may have fifty, and a delivery to it. */
  async function makeEndpoint(): Promise<Record<string, string>> {
    const { webhookEndpoints, webhookDeliveries } = api.runtime.database;
    const receiver = { url: 'http://127.0.0.1:9/', events: [], description: null, secret: 'whsec_' };
    const endpoint = await webhookEndpoints.create({ projectId: 'default', ...receiver });
    const delivery = await webhookDeliveries.createTest(endpoint);
    return { [EXAMPLE_IDS.endpoint]: endpoint.id, [EXAMPLE_IDS.delivery]: delivery.id };
  }

  /** What stands for the ids of the examples: new things for each request, so that none is in another's way. */
  async function makeThings(operation: DocumentOperation): Promise<(text: string) => string> {
    const analysisId = await makeAnalysis(STATUS_FOR[operation.id] ?? 'completed');
    const real: Record<string, string> = {
      [EXAMPLE_IDS.analysis]: analysisId,
      [EXAMPLE_IDS.upload]: await makeUpload(operation.id === 'analyses_start'),
      ...(operation.path.startsWith('/v1/webhook-') ? await makeEndpoint() : {}),
      [EXAMPLE_RECEIVER]: 'http://127.0.0.1:9/hooks/eyeline',
    };
    const { database } = api.runtime;
    const of = { projectId: 'default', keyId: null, name: `visit-${newUploadId()}` };
    real[EXAMPLE_IDS.session] = of.name;
    if (operation.id === 'sessions_end') await beginSession(database, of);
    else if (operation.id.startsWith('sessions_')) await endSession(database, of, EXAMPLE_SESSION_REPORT);
    return (text) => Object.entries(real).reduce((all, [from, to]) => all.replaceAll(from, to), text);
  }

  const parametersOf = ({ operation }: DocumentOperation, where: string): any[] =>
    (operation.parameters ?? []).filter((one: any) => one.in === where && one.example !== undefined);

  function addressOf(operation: DocumentOperation): string {
    let path = operation.path;
    for (const { name, example } of parametersOf(operation, 'path')) {
      path = path.replace(`{${name}}`, String(example));
    }
    const query = new URLSearchParams();
    // A video in the body is what the query of a start is about; the ways to say options are tried one by one elsewhere.
    if (operation.id !== 'analyses_start') {
      for (const { name, example } of parametersOf(operation, 'query')) query.set(name, String(example));
    }
    return query.size === 0 ? path : `${path}?${query.toString()}`;
  }

  function examplesOf({ operation }: DocumentOperation): Example[] {
    const content = Object.entries<any>(operation.requestBody?.content ?? {});
    if (content.length === 0) return [{ name: 'no body', type: null, value: null }];
    return content.flatMap(([type, { example, examples = {} }]) => [
      // Bytes are not shown in the document: a video or an image.
      ...(Object.keys(examples).length === 0 ? [{ name: type, type, value: example ?? null }] : []),
      ...Object.entries<any>(examples).map(([name, { value }]) => ({ name: `${type} ${name}`, type, value })),
    ]);
  }

  function bodyOf(
    { id }: DocumentOperation,
    { type, value }: Example,
    fill: (text: string) => string,
  ): RequestInit['body'] {
    if (type === null) return undefined;
    const file = id === 'frames_analyse' ? image : video;
    if (value === null) return file;
    if (type !== 'multipart/form-data') return fill(JSON.stringify(value));
    const form = new FormData();
    for (const [name, part] of Object.entries(value)) {
      if (name === 'file') form.set(name, new Blob([file]), 'some.file');
      else form.set(name, typeof part === 'string' ? fill(part) : fill(JSON.stringify(part)));
    }
    return form;
  }

  async function send(operation: DocumentOperation, example: Example): Promise<Response> {
    const fill = await makeThings(operation);
    const headers = new Headers({ Accept: 'application/json' });
    for (const { name, example: value } of parametersOf(operation, 'header')) {
      headers.set(name, name === 'Upload-Length' ? String(video.length) : String(value));
    }
    // A form names its own border.
    if (example.type !== null && example.type !== 'multipart/form-data') {
      headers.set(
        'Content-Type',
        example.type.replace('video/*', 'video/mp4').replace('image/*', 'image/jpeg'),
      );
    }
    const worker = operation.id === 'processframe_process' ? workOnNext() : null;
    const answer = fetch(api.url + fill(addressOf(operation)), {
      method: operation.method.toUpperCase(),
      headers,
      body: bodyOf(operation, example, fill),
      redirect: 'manual',
    });
    await worker;
    return answer;
  }

  /** What of an answer is not as the document says. */
  async function judge({ operation, place }: DocumentOperation, answer: Response): Promise<string[]> {
    const documented = operation.responses[String(answer.status)];
    if (documented === undefined) return [`${answer.status} is not documented: ${await answer.text()}`];
    const names = Object.keys(documented.headers ?? {}).map((name) => name.toLowerCase());
    const faults = [...answer.headers.keys()]
      .filter((name) => !USUAL_HEADERS.has(name) && !names.includes(name))
      .map((name) => `the header ${name} is not documented`);
    const type = (answer.headers.get('content-type') ?? '').replace(/;.*$/, '');
    if (type === 'text/event-stream') {
      // Not waited for: it is done when the copy of the answer is canceled too.
      void answer.body?.cancel();
      return faults;
    }
    const text = await answer.text();
    if (documented.content === undefined) return text === '' ? faults : [...faults, 'there is a body'];
    if (documented.content[type] === undefined) return [...faults, `${type} is not documented`];
    const isJson = /[/+](nd)?json$/.test(type) || type === 'application/x-ndjson';
    const body = isJson ? JSON.parse(text) : text;
    const at = [...place, 'responses', String(answer.status), 'content', type];
    faults.push(...check([...at, 'schema'], body));
    const codes = Object.keys(documented.content[type].examples ?? {});
    if (type === 'application/problem+json' && !codes.includes(body.code)) {
      faults.push(`${body.code} is not documented`);
    }
    return faults;
  }

  it('answers every example as it says', async () => {
    expect(operations.length).toBeGreaterThan(20);
    const refused: Record<string, string> = {};
    const wrong: [string, string, string[]][] = [];
    for (const operation of operations) {
      for (const example of examplesOf(operation)) {
        const answer = await send(operation, example);
        // A copy of a stream of events would keep it from being canceled.
        const copy = answer.status >= 400 ? answer.clone() : null;
        const faults = await judge(operation, answer);
        if (faults.length > 0) wrong.push([operation.id, example.name, faults]);
        if (copy !== null) refused[operation.id] = ((await copy.json()) as { code: string }).code;
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toEqual(REFUSED_HERE);
  });

  it('describes what is answered to what is wrong', async () => {
    const wrong: [string, string[]][] = [];
    for (const operation of operations.filter(({ path }) => path.startsWith('/v1/'))) {
      const { path, method, id } = operation;
      // Nothing of that id, a body of no use, parameters that there are not.
      const nowhere = path.replace(/\{\w+\}/g, 'none');
      const answer = await fetch(`${api.url}${nowhere}?colour=red`, {
        method: method.toUpperCase(),
        headers: { 'Content-Type': 'application/json' },
        body: ['post', 'patch', 'put'].includes(method) ? '{"colour":"red"}' : undefined,
      });
      const faults = await judge(operation, answer);
      if (faults.length > 0) wrong.push([id, faults]);
    }
    expect(wrong).toEqual([]);
  });

  it('would see an answer that is not documented', async () => {
    const operation = operations.find(({ id }) => id === 'analyses_list')!;
    const wrong = new Response('{"data":[]}', {
      headers: { 'Content-Type': 'application/json', 'X-Other': '1' },
    });
    expect(await judge(operation, wrong)).toEqual([
      'the header x-other is not documented',
      ": must have required property 'next_cursor'",
    ]);
    expect((await judge(operation, new Response(null, { status: 418 })))[0]).toContain('418');
  });
});
