import { Readable } from 'node:stream';
import { AppError, type Scope, SCOPES } from '@eyeline/contracts';
import { newUploadId } from '@eyeline/database';
import { objectKeys } from '@eyeline/storage';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { makeReport } from '../artifacts/report.factory.js';
import { openTestApi, type TestApi, until } from '../test-api.factory.js';
import { AUDIT_EXTENSION } from '../audit/audited.decorator.js';
import { beginSession } from '../sessions/begin-session.factory.js';
import { isOpen } from './open-paths.js';

interface Operation {
  readonly method: string;
  /** As in the document: `/v1/analyses/{id}`. */
  readonly path: string;
  /** `any`: it needs a key, whatever that allows. Null: it needs none. */
  readonly scope: Scope | 'any' | null;
  readonly statuses: readonly string[];
  readonly audited: boolean;
}

const METHODS = ['get', 'head', 'options', 'put', 'post', 'patch', 'delete'];

/** Those that change nothing. */
const LOOKING = ['get', 'head', 'options'];

/** A piece of an upload changes nothing that its creation and its end do not tell of, a live frame nothing at all. */
const NOT_AUDITED = [
  ...['post /analyze', 'post /predict', 'post /predict_emotion', 'post /predict_emotion_stream'],
  ...['patch /v1/uploads/{upload_id}', 'post /v1/frames'],
];

/** What needs no key, where a request of this test is answered otherwise than by 200. */
const OPEN_ANSWERS = new Map([
  ['post /v1/me/session', 400],
  ['delete /v1/me/session', 204],
]);

/**
 * Every operation of the OpenAPI document, so that a new one is covered as soon as it is there.
 * Real: HTTP, PostgreSQL, Redis, the folder of objects.
 */
describe('every operation', () => {
  let database: TestDatabase;
  let api: TestApi;
  let operations: Operation[];
  /** A completed analysis of the project `mine`, with report and frames. */
  let id: string;
  let mine: string;
  /** A webhook endpoint of that project, and a delivery to it. */
  let endpointId: string;
  let deliveryId: string;
  /** A session of its key. */
  const session = 'a visit';
  /** An upload of that project. */
  const uploadId = newUploadId();

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
    const made = await api.runtime.database.keys.create({
      name: 'test',
      projectId: 'mine',
      scopes: ['admin'],
    });
    mine = made.key;
    await beginSession(api.runtime.database, { projectId: 'mine', keyId: made.row.id, name: session });
    operations = readOperations((await api.request('/openapi.json')).body);
    await api.runtime.database.uploads.create({
      ...{ id: uploadId, projectId: 'mine', sizeBytes: 3, metadata: {}, directId: null },
      expiresAt: new Date(Date.now() + 1e9),
    });
    const wishes = 'thumbnails=true&annotated_video=true';
    const started = await call('POST', `/v1/analyses?${wishes}`, mine);
    ({ id } = (await started.json()) as { id: string });
    await failItsJob();
    const { attempts } = api.runtime.database;
    await attempts.start({ analysisId: id, attempt: 1 });
    await api.runtime.storage.put(objectKeys.frames(id, 1), Readable.from([Buffer.from('{}\n')]));
    await api.runtime.storage.put(objectKeys.thumbnail(id, 1, 1), Buffer.from('x'));
    await api.runtime.storage.put(objectKeys.annotatedVideo(id, 1), Buffer.from('x'));
    const report = makeReport(2, 1, { analysis_id: id });
    const { webhookEndpoints, webhookDeliveries } = api.runtime.database;
    const receiver = { url: 'https://example.com/', events: [], description: null, secret: 'whsec_' };
    const endpoint = await webhookEndpoints.create({ projectId: 'mine', ...receiver });
    endpointId = endpoint.id;
    deliveryId = (await webhookDeliveries.createTest(endpoint)).id;
    await attempts.complete({ analysisId: id, attempt: 1 }, report, new Date(Date.now() + 1e9));
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  /** The job of the analysis is given up, and forgotten by nobody. */
  async function failItsJob(): Promise<void> {
    const { queue } = api.runtime;
    const worker = await queue.work('prepare-video', () => Promise.reject(new AppError('corrupt_video')), {
      ...{ concurrency: 1, onDead: () => Promise.resolve() },
    });
    await until(async () => (await queue.findFailed('prepare-video', `${id}.1.prepare-video`)) !== null);
    await worker.stop(0);
  }

  const makeKey = async (scopes: Scope[], projectId: string) =>
    (await api.runtime.database.keys.create({ name: 'test', projectId, scopes })).key;

  /** The body suits what takes one: a video, or changes. */
  const call = (method: string, path: string, key: string | null): Promise<Response> =>
    fetch(api.url + fill(path), {
      method: method.toUpperCase(),
      headers: {
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
        ...(method.toUpperCase() === 'POST' ? { 'Content-Type': 'video/mp4' } : {}),
        ...(method.toUpperCase() === 'PATCH' ? { 'Content-Type': 'application/json' } : {}),
      },
      body: ({ POST: 'abc', PATCH: '{}' } as Record<string, string>)[method.toUpperCase()],
    });

  /** A request that is refused at once, where the answer to a good one would be held until a worker has done its part. */
  const HELD = new Map([['/process-frame', '/process-frame?frame_interval=0']]);

  const fill = (path: string): string =>
    (HELD.get(path) ?? path).replace(/\{(\w+)\}/g, (_whole, name: string) => {
      if (name === 'upload_id') return uploadId;
      if (name === 'session_id') return encodeURIComponent(session);
      if (name === 'face_id') return '1';
      if (name === 'queue') return 'prepare-video';
      if (name !== 'id') throw new Error(`This test has no value for {${name}} of ${path}: give it one.`);
      if (path.startsWith('/v1/admin/jobs/')) return `${id}.1.prepare-video`;
      if (path.startsWith('/v1/webhook-endpoints/')) return endpointId;
      if (path.startsWith('/v1/webhook-deliveries/')) return deliveryId;
      return id;
    });

  it('says which scope it needs, or is open to all', () => {
    expect(operations.length).toBeGreaterThan(7);
    for (const { method, path, scope, statuses } of operations) {
      const open = isOpen({ method: method.toUpperCase(), path });
      expect([method, path, scope]).toEqual([method, path, open ? null : expect.any(String)]);
      if (!open) expect(statuses).toEqual(expect.arrayContaining(['401', '403']));
      if (!LOOKING.includes(method))
        expect([method, path, scope]).not.toEqual([method, path, 'analyses:read']);
    }
  });

  it('is written into the audit log when it changes something', () => {
    const silent = operations.filter(({ method, audited }) => !LOOKING.includes(method) && !audited);
    expect(silent.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...NOT_AUDITED].sort());
  });

  it('stands in the document', () => {
    interface Layer {
      route?: { path: string; methods: Record<string, boolean> };
    }
    const { stack } = api.app.getHttpAdapter().getInstance().router as { stack: Layer[] };
    const routes = stack.flatMap(({ route }) =>
      route === undefined || route.path.includes('*')
        ? []
        : Object.keys(route.methods).map((method) => ({
            method,
            path: route.path.replace(/:(\w+)/g, '{$1}'),
          })),
    );
    const known = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    const hidden = routes.filter(({ method, path }) => !known.has(`${method} ${path}`));
    // What is not in the document is for all to see.
    expect(hidden.filter(({ method, path }) => !isOpen({ method: method.toUpperCase(), path }))).toEqual([]);
    expect(routes.length - hidden.length).toBe(operations.length);
  });

  it('is refused without a key, and without its scope', async () => {
    for (const { method, path, scope } of operations) {
      const anonymous = (await call(method, path, null)).status;
      if (scope === null) {
        const expected = OPEN_ANSWERS.get(`${method} ${path}`) ?? 200;
        expect([method, path, anonymous]).toEqual([method, path, expected]);
        continue;
      }
      const others = SCOPES.filter((one) => one !== scope && one !== 'admin');
      const refused = await call(method, path, await makeKey(others, 'mine'));
      const answered = scope === 'any' ? 200 : 403;
      expect([method, path, anonymous, refused.status]).toEqual([method, path, 401, answered]);
      if (method !== 'head' && scope !== 'any') expect(await refused.text()).toContain(scope);
    }
  });

  it('finds nothing with the key of another project, and changes nothing', async () => {
    const theirs = await makeKey(['admin'], 'theirs');
    const look = async () => (await call('GET', '/v1/analyses/{id}', mine)).text();
    const before = await look();
    for (const { method, path } of operations.filter(({ scope }) => scope !== null)) {
      const answer = await call(method, path, theirs);
      if (path.includes('{')) expect([method, path, answer.status]).toEqual([method, path, 404]);
      // The detail of a 404 may repeat the id that was asked for; nothing else may know it.
      else
        expect([method, path, await answer.text()]).not.toEqual([method, path, expect.stringContaining(id)]);
    }
    expect(await look()).toBe(before);
  });

  it('finds it with a key of its own project', async () => {
    const last = operations.filter(({ method }) => method === 'delete');
    const order = [...operations.filter((one) => !last.includes(one)), ...last];
    for (const { method, path } of order.filter((one) => one.path.includes('{'))) {
      const answer = await call(method, path, mine);
      await answer.body?.cancel();
      expect([method, path, answer.status]).not.toEqual([method, path, 404]);
    }
  });
});

function readOperations(document: {
  paths: Record<
    string,
    Record<string, { security?: Record<string, Scope[]>[]; responses: object; [AUDIT_EXTENSION]?: string }>
  >;
}): Operation[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, { security, responses, [AUDIT_EXTENSION]: event }]) => {
        const scopes = (security ?? []).flatMap((one) => one.api_key);
        if (scopes.length > 1) throw new Error(`${method} ${path} names more than one scope.`);
        return {
          method,
          path,
          scope: scopes[0] ?? (security?.length === 1 ? 'any' : null),
          statuses: Object.keys(responses),
          audited: event !== undefined,
        };
      }),
  );
}
