import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Analysis, problemSchema } from '@eyeline/contracts';
import { type Answer, type EmbeddedStack, fixture, startEmbeddedStack } from '@eyeline/testing';

const clip = readFileSync(fixture('average-person.mp4'));

/** Real: everything. What users send by mistake, and what they are told. */
describe('bad input', () => {
  let stack: EmbeddedStack;
  const folder = mkdtempSync(join(tmpdir(), 'eyeline-clips-'));

  beforeAll(async () => {
    stack = await startEmbeddedStack({
      ...{ MAX_UPLOAD_BYTES: '20000000', MAX_DURATION_S: '60', MAX_PIXELS: '1000000' },
    });
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A file made by ffmpeg from the bundled clip or a test source. */
  const makeClip = (name: string, ...args: string[]): Buffer => {
    const path = join(folder, name);
    execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args, path]);
    return readFileSync(path);
  };

  const expectProblem = ({ status, headers, body }: Answer, expectedStatus: number, code: string) => {
    expect({ status, code: body.code }).toEqual({ status: expectedStatus, code });
    expect(headers.get('content-type')).toContain('application/problem+json');
    problemSchema.parse(body);
    expect(body.request_id).toBeTruthy();
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.js:\d|at \w+ \(/);
  };

  const expectFailure = async (body: Uint8Array, code: string, query = {}): Promise<Analysis> => {
    const accepted = await stack.client.upload(body, query);
    expect(accepted.status).toBe(202);
    const analysis = await stack.client.finish(accepted.body.id);
    expect({ status: analysis.status, code: analysis.error?.code }).toEqual({ status: 'failed', code });
    problemSchema.parse(analysis.error);
    expectProblem(await stack.client.request(`/v1/analyses/${analysis.id}/report`), 409, code);
    return analysis;
  };

  it('is refused at once where the API can see it', async () => {
    expectProblem(await stack.client.upload(new Uint8Array(0)), 400, 'invalid_request');
    expectProblem(await stack.client.upload(clip, { no_such_option: '1' }), 400, 'invalid_request');
    expectProblem(await stack.client.upload(clip, { sampling_fps: 'often' }), 400, 'invalid_request');
    expectProblem(
      await stack.client.upload(clip, { sampling_fps: '5', frame_interval: '3' }),
      400,
      'invalid_request',
    );
    expectProblem(await stack.client.upload(clip, { metadata: '{' }), 400, 'invalid_request');
    expectProblem(await stack.client.upload(Buffer.alloc(20_000_001)), 413, 'payload_too_large');
    for (const body of ['{', '{"upload_id":7}', '[]']) {
      const answer = await stack.client.request('/v1/analyses', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      problemSchema.parse(answer.body);
    }
  });

  it('names every wrong field of a form, whatever their order', async () => {
    const form = new FormData();
    form.set('file', new Blob([clip]), 'clip.mp4');
    form.set('options', JSON.stringify({ max_side: 1, sampling_fps: 'x', nope: true }));
    const answer = await stack.client.request('/v1/analyses', { method: 'POST', body: form });
    expectProblem(answer, 400, 'invalid_request');
    expect(answer.body.errors.length).toBeGreaterThanOrEqual(3);

    const empty = new FormData();
    empty.set('options', '{}');
    expectProblem(
      await stack.client.request('/v1/analyses', { method: 'POST', body: empty }),
      400,
      'invalid_request',
    );
  });

  it('knows no unknown id, address or method', async () => {
    for (const path of [
      '/v1/analyses/an_nope',
      '/v1/analyses/an_nope/report',
      '/v1/analyses/an_nope/frames',
      '/nope',
    ]) {
      expectProblem(await stack.client.request(path), 404, 'not_found');
    }
    expectProblem(await stack.client.request('/v1/analyses?cursor=%%%25'), 400, 'invalid_request');
    expectProblem(await stack.client.request('/v1/analyses?limit=0'), 400, 'invalid_request');
    expectProblem(await stack.client.request('/v1/analyses?status=done'), 400, 'invalid_request');
  });

  it('left no object, no row and no job behind so far', async () => {
    expect((await stack.client.request('/v1/analyses')).body.data).toEqual([]);
    const objects = await readdir(join(stack.dataDir, 'objects'), { recursive: true, withFileTypes: true });
    expect(objects.filter((entry) => entry.isFile())).toEqual([]);
  });

  it('ends the analysis with a code where only decoding can tell', async () => {
    await Promise.all([
      expectFailure(randomBytes(100_000), 'unsupported_media'),
      expectFailure(Buffer.from('This is no video.\n'.repeat(1000)), 'unsupported_media'),
      // The index of an mp4 at its end is lost with it.
      expectFailure(
        makeClip('late-index.mp4', '-i', fixture('average-person.mp4'), '-c', 'copy').subarray(0, 100_000),
        'corrupt_video',
      ),
      expectFailure(makeClip('sound.mp4', '-f', 'lavfi', '-i', 'sine=d=2', '-c:a', 'aac'), 'no_video_stream'),
      expectFailure(makeClip('long.mp4', '-f', 'lavfi', '-i', 'color=s=64x64:r=1:d=61'), 'video_too_long'),
      expectFailure(
        makeClip('wide.mp4', '-f', 'lavfi', '-i', 'color=s=1280x1024:r=1:d=2'),
        'too_many_pixels',
      ),
      expectFailure(clip, 'invalid_request', { start_s: '25' }),
    ]);
  }, 90_000);

  it('analyses what decodes of a truncated video and lists the rest as a gap', async () => {
    const whole = makeClip(
      'early-index.mp4',
      '-i',
      fixture('average-person.mp4'),
      '-c',
      'copy',
      '-movflags',
      '+faststart',
    );
    const accepted = await stack.client.upload(whole.subarray(0, Math.floor(whole.length / 2)));
    expect((await stack.client.finish(accepted.body.id)).status).toBe('completed');
    const { sampling, warnings, video } = await stack.client.report(accepted.body.id);
    expect(sampling.frames_decoded).toBeGreaterThan(10);
    expect(sampling.frames_decoded).toBeLessThan(95);
    expect(sampling.gaps).toHaveLength(1);
    const [gap] = sampling.gaps;
    expect(gap.end_s).toBeCloseTo(video.duration_s, 1);
    expect(
      Math.abs(sampling.frames_decoded + (gap.end_s - gap.start_s) * 5 - video.duration_s * 5),
    ).toBeLessThanOrEqual(1);
    expect(warnings.map((warning) => warning.code)).toContain('gaps');
  }, 60_000);

  it('takes a video whatever its name or declared type says', async () => {
    const answer = await stack.client.request('/v1/analyses?sampling_fps=1', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: makeClip('other.webm', '-f', 'lavfi', '-i', 'testsrc=s=320x240:r=10:d=2', '-c:v', 'libvpx'),
    });
    expect(answer.status).toBe(202);
    expect((await stack.client.finish(answer.body.id)).status).toBe('completed');
    expect(await stack.client.report(answer.body.id)).toMatchObject({
      frames_with_face: 0,
      overall_dominant_emotion: null,
      average_confidence_score: null,
      eye_contact_score: null,
      faces: [],
      warnings: [{ code: 'no_face' }],
    });
  }, 60_000);
});
