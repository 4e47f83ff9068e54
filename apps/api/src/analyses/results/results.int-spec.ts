import { Readable } from 'node:stream';
import {
  type FrameRecord,
  framePageSchema,
  type Problem,
  type Report,
  toEmotionValues,
} from '@eyeline/contracts';
import { objectKeys } from '@eyeline/storage';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';

import { expectProblem, openTestApi, type TestApi } from '../../test-api.factory.js';
import { frameRows } from './frame-table.js';

const emotions = toEmotionValues([0, 0.01, 0.02, 0.9, 0.03, 0, 0.04]);

/** 257 frames; every third shows nobody, every seventh two people. */
const frames: FrameRecord[] = Array.from({ length: 257 }, (_, i) => ({
  t_s: i / 5,
  faces: (i % 3 === 0 ? [] : i % 7 === 0 ? [1, 2] : [1]).map((face_id) => ({
    face_id,
    region: { x: i, y: 2.5, w: 30, h: 40 },
    score: 0.9,
    emotions,
    smoothed_emotions: emotions,
    dominant_emotion: 'happy',
    confidence: 0.9,
    uncertain: i % 5 === 0,
    head_pose: { yaw: -1.5, pitch: 2, roll: 0 },
    gaze: { yaw: 3, pitch: 4 },
    eyes_open: true,
    eye_contact: i % 2 === 0,
    eye_contact_unknown: i % 7 === 0,
  })),
}));

const report: Report = {
  analysis_id: '',
  video: {
    duration_s: 51.4,
    width: 640,
    height: 360,
    fps: 25,
    codec: 'h264',
    rotation: 0,
    variable_frame_rate: false,
    size_bytes: 3,
    sha256: 'a'.repeat(64),
  },
  sampling: {
    fps: 5,
    frame_interval: null,
    frames_decoded: 257,
    frames_analyzed: 257,
    frames_skipped: 0,
    frames_failed: 0,
    segments: 1,
    gaps: [],
  },
  total_frames_analyzed: 257,
  frames_with_face: 171,
  overall_dominant_emotion: 'happy',
  average_emotion_scores: emotions,
  mean_emotion_probabilities: emotions,
  average_confidence_score: 0.9,
  uncertain_share: 0,
  eye_contact_score: 50,
  eye_contact: { score: 50, unknown_share: 0, longest_s: 1, episodes: [] },
  faces: [],
  episodes: [],
  timeline: [],
  warnings: [],
  models: [],
  engine: { version: '1', execution_provider: 'cpu' },
};

const failure: Problem = {
  type: '/docs/errors#no_video_stream',
  title: 'The file holds no picture',
  status: 422,
  code: 'no_video_stream',
  detail: 'The file holds sound alone.',
  errors: [],
  request_id: null,
};

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. What a worker would write is written by the libs. */
describe('results', () => {
  let database: TestDatabase;
  let api: TestApi;
  let id: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
    id = (await api.upload(Buffer.from('abc'))).body.id;
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  it('are not there while the analysis runs', async () => {
    expectProblem(await api.request(`/v1/analyses/${id}/report`), 'not_ready');
    expectProblem(await api.request(`/v1/analyses/${id}/frames`), 'not_ready');
  });

  it('are the error of an analysis that failed', async () => {
    const failed: string = (await api.upload(Buffer.from('abc'))).body.id;
    await api.runtime.database.attempts.start({ analysisId: failed, attempt: 1 });
    await api.runtime.database.attempts.fail(
      { analysisId: failed, attempt: 1 },
      failure,
      new Date(Date.now() + 1e9),
    );
    for (const result of ['report', 'frames']) {
      const answer = await api.request(`/v1/analyses/${failed}/${result}`);
      expect(answer.status).toBe(409);
      expectProblem(answer, 'no_video_stream');
      expect(answer.body.detail).toBe(failure.detail);
    }
  });

  it('are none of an analysis that was canceled', async () => {
    const canceled: string = (await api.upload(Buffer.from('abc'))).body.id;
    await api.request(`/v1/analyses/${canceled}/cancel`, { method: 'POST' });
    for (const result of ['report', 'frames'])
      expectProblem(await api.request(`/v1/analyses/${canceled}/${result}`), 'canceled');
  });

  it('are not there again while a failed analysis is tried again', async () => {
    const retried: string = (await api.upload(Buffer.from('abc'))).body.id;
    await api.runtime.database.attempts.fail({ analysisId: retried, attempt: 1 }, failure, new Date());
    await api.request(`/v1/analyses/${retried}/retry`, { method: 'POST' });
    for (const result of ['report', 'frames'])
      expectProblem(await api.request(`/v1/analyses/${retried}/${result}`), 'not_ready');
  });

  describe('of an analysis that completed', () => {
    beforeAll(async () => {
      const { database, storage } = api.runtime;
      await database.attempts.start({ analysisId: id, attempt: 1 });
      await storage.put(
        objectKeys.frames(id, 1),
        Readable.from(frames.map((frame) => Buffer.from(`${JSON.stringify(frame)}\n`))),
      );
      await database.attempts.complete(
        { analysisId: id, attempt: 1 },
        { ...report, analysis_id: id },
        new Date(Date.now() + 1e9),
      );
    });

    const get = (query: string) => api.request(`/v1/analyses/${id}/frames${query}`);

    it('are the report', async () => {
      const { status, body } = await api.request(`/v1/analyses/${id}/report`);
      expect([status, body]).toEqual([200, { ...report, analysis_id: id }]);
    });

    it('outlive the video', async () => {
      const { upkeep } = api.runtime.database;
      expect(await upkeep.claimVideo(id, new Date(Date.now() + 48 * 3600 * 1000))).toBe(true);
      await api.runtime.storage.delete(objectKeys.video(id));
      expect((await api.request(`/v1/analyses/${id}/report`)).status).toBe(200);
      expect((await get('?limit=1')).body.data).toEqual([frames[0]]);
    });

    it('are the frames as ndjson', async () => {
      const { headers, body } = await get('?format=ndjson');
      expect(headers.get('content-type')).toBe('application/x-ndjson');
      expect(headers.get('content-length')).toBe(String(Buffer.byteLength(body)));
      expect(String(body).trimEnd().split('\n').map((line) => JSON.parse(line))).toEqual(frames); // prettier-ignore
    });

    it.each([1, 100, 256, 257, 1000])('are the same frames in pages of %i', async (limit) => {
      const seen: FrameRecord[] = [];
      let pages = 0;
      let cursor: string | null = '';
      while (cursor !== null) {
        const { status, body } = await get(`?limit=${limit}${cursor && `&cursor=${cursor}`}`);
        expect(status).toBe(200);
        expect(framePageSchema.parse(body)).toEqual(body);
        seen.push(...body.data);
        cursor = body.next_cursor;
        pages++;
      }
      expect(seen).toEqual(frames);
      expect(pages).toBe(Math.ceil(257 / limit));
    });

    it('are a row for each face as csv', async () => {
      const { headers, body } = await get('?format=csv');
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const [head, ...rows] = String(body).trimEnd().split('\n').map((line) => line.split(',')); // prettier-ignore
      const table = rows.map((row) => Object.fromEntries(row.map((value, i) => [head[i], value])));
      const faces = frames.flatMap((frame) => frame.faces.map((face) => ({ t_s: frame.t_s, ...face })));
      expect(table).toHaveLength(faces.length);
      table.forEach((row, i) => {
        expect(row).toMatchObject({
          t_s: String(faces[i].t_s),
          face_id: String(faces[i].face_id),
          region_x: String(faces[i].region.x),
          smoothed_happy: '0.9',
          eye_contact: String(faces[i].eye_contact),
          eye_contact_unknown: String(faces[i].eye_contact_unknown),
        });
      });
    });

    it('are the same table as parquet', async () => {
      const response = await fetch(`${api.url}/v1/analyses/${id}/frames?format=parquet`);
      expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${id}.frames.parquet"`);
      const file = await response.arrayBuffer();
      const rows = await parquetReadObjects({ file });
      expect(rows).toEqual(frames.flatMap(frameRows));
      const [head] = String((await get('?format=csv')).body).split('\n', 1);
      expect(Object.keys(rows[0]).join()).toBe(head);
    });

    it.each([
      ['?format=xml', 'format'],
      ['?limit=1001', 'limit'],
      ['?limit=0', 'limit'],
      ['?cursor=nonsense', 'cursor'],
      [`?cursor=${Buffer.from('frames:7').toString('base64url')}`, 'cursor'],
      [`?cursor=${Buffer.from('frames:999999999').toString('base64url')}`, 'cursor'],
      [`?cursor=${Buffer.from('frames:-1').toString('base64url')}`, 'cursor'],
    ])('are not got by %s', async (query, pointer) => {
      expectProblem(await get(query), 'invalid_request', [pointer]);
    });

    it('answer HEAD without a body', async () => {
      const { status, body } = await api.request(`/v1/analyses/${id}/frames?format=ndjson`, {
        method: 'HEAD',
      });
      expect([status, body]).toEqual([200, '']);
    });

    it('are a hundred thousand rows as parquet', async () => {
      const long: string = (await api.upload(Buffer.from('abc'))).body.id;
      const { attempts } = api.runtime.database;
      let rows = 0;
      function* lines(): Generator<Buffer> {
        for (let i = 0; rows < 100_000; i++) {
          const frame = { ...frames[i % frames.length], t_s: i / 5 };
          rows += frame.faces.length;
          yield Buffer.from(`${JSON.stringify(frame)}\n`);
        }
      }
      await api.runtime.storage.put(objectKeys.frames(long, 1), Readable.from(lines()));
      await attempts.complete({ analysisId: long, attempt: 1 }, report, new Date(Date.now() + 1e9));
      const response = await fetch(`${api.url}/v1/analyses/${long}/frames?format=parquet`);
      const file = await response.arrayBuffer();
      const { num_rows, row_groups } = parquetMetadata(file);
      expect(Number(num_rows)).toBe(rows);
      expect(row_groups.length).toBeGreaterThan(5);
      const times = await parquetReadObjects({ file, columns: ['t_s'] });
      times.slice(1).forEach(({ t_s }, i) => {
        if (t_s < times[i].t_s) throw new Error(`Row ${i + 1} goes back in time.`);
      });
    }, 120_000);

    it('are gone when the object is', async () => {
      await api.runtime.storage.delete(objectKeys.frames(id, 1));
      expectProblem(await get(''), 'not_found');
    });
  });
});
