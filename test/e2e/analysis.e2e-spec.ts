import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EMOTIONS, type Report, analysisSchema, frameRecordSchema, reportSchema } from '@eyeline/contracts';
import { type EmbeddedStack, fixture, startEmbeddedStack } from '@eyeline/testing';

/** Real: everything. The stack of `npm start`, the shipped models, the bundled clip, HTTP alone. */
describe('one video, from upload to report', () => {
  let stack: EmbeddedStack;
  let id: string;
  let report: Report;

  beforeAll(async () => {
    stack = await startEmbeddedStack();
    const clip = await readFile(fixture('average-person.mp4'));
    const accepted = await stack.client.upload(clip, {
      tag: 'first',
      metadata: JSON.stringify({ customer: 7 }),
      landmarks: 'true',
    });
    expect(accepted.status).toBe(202);
    id = accepted.body.id;
    expect(accepted.headers.get('location')).toContain(`/v1/analyses/${id}`);
    expect(analysisSchema.parse(accepted.body)).toMatchObject({
      progress: 0,
      tag: 'first',
      metadata: { customer: 7 },
    });
  }, 120_000);

  afterAll(() => stack?.stop(), 30_000);

  it('completes, and its progress never goes back', async () => {
    const seen: number[] = [];
    for (;;) {
      const analysis = analysisSchema.parse(await stack.client.get(id));
      seen.push(analysis.progress);
      if (analysis.status === 'completed') break;
      expect(analysis.status).toMatch(/queued|processing/);
      await new Promise((done) => setTimeout(done, 50));
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    report = await stack.client.report(id);
  }, 60_000);

  it('describes the video it was given', async () => {
    reportSchema.parse(report);
    const bytes = await readFile(fixture('average-person.mp4'));
    expect(report).toMatchObject({
      analysis_id: id,
      video: {
        width: 640,
        height: 360,
        fps: 25,
        codec: 'h264',
        rotation: 0,
        variable_frame_rate: false,
        size_bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
    expect(report.video.duration_s).toBeCloseTo(20.2, 1);
    expect(report.models.map((model) => model.role)).toEqual(
      expect.arrayContaining(['detector', 'landmarks', 'emotion']),
    );
  });

  it('keeps a ledger that adds up', () => {
    const { sampling } = report;
    expect(sampling.frames_decoded).toBe(101);
    expect(sampling.frames_analyzed + sampling.frames_skipped + sampling.frames_failed).toBe(
      sampling.frames_decoded,
    );
    expect(sampling).toMatchObject({ fps: 5, frames_failed: 0, segments: 1, gaps: [] });
    expect(report.total_frames_analyzed).toBe(sampling.frames_analyzed);
  });

  it('adds the shares of the seven emotions up to 100', () => {
    const sum = EMOTIONS.reduce((total, emotion) => total + report.average_emotion_scores[emotion], 0);
    expect(sum).toBeCloseTo(100, 1);
  });

  it('serves the same frames as ndjson, csv and pages of json', async () => {
    const frames = await stack.client.frames(id);
    expect(frames).toHaveLength(report.sampling.frames_analyzed);
    for (const frame of frames) frameRecordSchema.parse(frame);
    expect(frames.every(({ faces }) => faces.every(({ landmarks }) => landmarks?.length === 68))).toBe(true);

    const paged = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { status, body } = await stack.client.request(
        `/v1/analyses/${id}/frames?limit=40${cursor && `&cursor=${cursor}`}`,
      );
      expect(status).toBe(200);
      expect(body.data.length).toBeLessThanOrEqual(40);
      paged.push(...body.data);
      cursor = body.next_cursor;
    }
    expect(paged).toEqual(frames);

    const csv = await stack.client.request(`/v1/analyses/${id}/frames?format=csv`);
    const faces = frames.reduce((total, frame) => total + Math.max(1, frame.faces.length), 0);
    const rows = String(csv.body).trim().split(/\r?\n/).length - 1;
    expect([faces, frames.reduce((total, frame) => total + frame.faces.length, 0)]).toContain(rows);
  });

  it('answers unchanged analyses with 304', async () => {
    const first = await stack.client.request(`/v1/analyses/${id}`);
    const etag = first.headers.get('etag');
    expect(etag).toBeTruthy();
    const again = await stack.client.request(`/v1/analyses/${id}`, { headers: { 'if-none-match': etag! } });
    expect(again.status).toBe(304);
  });

  it('lists newest first, by tag and status, in pages', async () => {
    const { id: second } = await stack.client.submit(fixture('average-people-2.mp4'), {
      tag: 'second',
      sampling_fps: '1',
    });
    const all = (await stack.client.request('/v1/analyses')).body.data;
    expect(all.map((analysis: { id: string }) => analysis.id)).toEqual([second, id]);
    const tagged = (await stack.client.request('/v1/analyses?tag=first&status=completed')).body.data;
    expect(tagged.map((analysis: { id: string }) => analysis.id)).toEqual([id]);
    const page = (await stack.client.request('/v1/analyses?limit=1')).body;
    const rest = (await stack.client.request(`/v1/analyses?limit=1&cursor=${page.next_cursor}`)).body;
    expect([page.data[0].id, rest.data[0].id]).toEqual([second, id]);
    expect((await stack.client.finish(second)).status).toBe('completed');
  }, 60_000);

  it('takes a form as well as raw bytes, and every way of choosing frames', async () => {
    const form = new FormData();
    form.set('options', JSON.stringify({ frame_interval: 10, start_s: 3, end_s: 5.4 }));
    form.set('metadata', '{"a":[1]}');
    form.set('file', new Blob([await readFile(fixture('average-person.mp4'))]), 'x.bin');
    const accepted = await stack.client.request('/v1/analyses', { method: 'POST', body: form });
    expect(accepted.status).toBe(202);
    expect((await stack.client.finish(accepted.body.id)).status).toBe('completed');
    const part = await stack.client.report(accepted.body.id);
    // Frames 80, 90, ... 130 of 25 a second lie in [3, 5.4).
    expect(part.sampling).toMatchObject({ fps: null, frame_interval: 10, frames_decoded: 6 });
    expect(part.overall_dominant_emotion).toBe('happy');
  }, 60_000);

  it('leaves nothing but what it promises: the video, the frames', async () => {
    const { readdir } = await import('node:fs/promises');
    const left = await readdir(`${stack.dataDir}/objects/analyses/${id}`, { recursive: true });
    expect(left.filter((name) => /\.(arrow|f64)$|plan/.test(name))).toEqual([]);
    expect(left.some((name) => name.endsWith('frames.ndjson'))).toBe(true);
  });

  it('shows its state to operators', async () => {
    expect((await stack.client.request('/livez')).status).toBe(200);
    const metrics = await stack.client.request('/metrics');
    expect(metrics.status).toBe(200);
    expect(metrics.body).toMatch(/^# TYPE /m);
    const openApi = (await stack.client.request('/openapi.json')).body;
    for (const path of [
      '/v1/analyses',
      '/v1/analyses/{id}',
      '/v1/analyses/{id}/report',
      '/v1/analyses/{id}/frames',
    ]) {
      expect(Object.keys(openApi.paths)).toContain(path);
    }
  });
});
