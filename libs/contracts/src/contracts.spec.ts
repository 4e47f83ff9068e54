import {
  AppError,
  ERROR_CODES,
  ERROR_TABLE,
  JOB_CATALOGUE,
  analysisOptionsSchema,
  dominantEmotion,
  jobId,
  metadataSchema,
  toEmotionValues,
} from './index.js';

describe('analysisOptionsSchema', () => {
  it('fills in every default', () => {
    expect(analysisOptionsSchema.parse({})).toEqual({
      sampling_fps: 5,
      frame_interval: null,
      scale: null,
      emotion_model: null,
      max_side: 640,
      min_face_size: 0,
      max_faces: 20,
      smoothing: { alpha: 0.2 },
      eye_contact_deg: expect.any(Number),
      compare: false,
      compare_model: null,
      landmarks: false,
      thumbnails: false,
      annotated_video: false,
      start_s: 0,
      end_s: null,
      retain_video_hours: 24,
    });
  });

  it('takes sampling_fps or frame_interval, never both', () => {
    expect(analysisOptionsSchema.parse({ frame_interval: 30 })).toMatchObject({
      sampling_fps: null,
      frame_interval: 30,
    });
    const both = analysisOptionsSchema.safeParse({ sampling_fps: 5, frame_interval: 30 });
    expect(both.error?.issues[0].path).toEqual(['frame_interval']);
  });

  it.each([
    { unknown: 1 },
    { sampling_fps: '5' },
    { start_s: 3, end_s: 2 },
    { smoothing: { alpha: 0 } },
    { compare_model: 'a' },
  ])('refuses %j', (options) => {
    expect(analysisOptionsSchema.safeParse(options).success).toBe(false);
  });
});

describe('metadataSchema', () => {
  it('counts bytes, not characters', () => {
    expect(metadataSchema.safeParse({ note: 'a'.repeat(4000) }).success).toBe(true);
    expect(metadataSchema.safeParse({ note: 'ä'.repeat(2100) }).success).toBe(false);
  });
});

describe('emotions', () => {
  it('go from array to object and find the largest', () => {
    expect(toEmotionValues([0, 0, 0, 0.6, 0.4, 0, 0])).toEqual({
      angry: 0,
      disgust: 0,
      fear: 0,
      happy: 0.6,
      sad: 0.4,
      surprise: 0,
      neutral: 0,
    });
    expect(dominantEmotion([0, 0, 0, 0.4, 0.6, 0, 0])).toBe('sad');
  });
});

describe('AppError', () => {
  it('becomes a problem document of the table', () => {
    for (const code of ERROR_CODES) {
      expect(new AppError(code).toProblem('r1')).toMatchObject({
        code,
        status: ERROR_TABLE[code].status,
        title: ERROR_TABLE[code].title,
        request_id: 'r1',
      });
    }
  });

  it('can help by a retry as its code says, unless this occurrence will not pass', () => {
    expect(new AppError('source_unreachable').retryable).toBe(true);
    expect(new AppError('source_unreachable', { retryable: false }).retryable).toBe(false);
    expect(new AppError('corrupt_video').retryable).toBe(false);
  });

  it('keeps the text of a foreign error out of what clients see', () => {
    const problem = AppError.from(new Error('password=hunter2')).toProblem(null);
    expect(problem.code).toBe('internal');
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });
});

describe('jobs', () => {
  it('have ids that BullMQ takes: no colon, no integer', () => {
    const id = jobId('analyse-segment', { analysisId: 'an_x', attempt: 2, segment: 3 });
    expect(id).toBe('an_x.2.analyse-segment.3');
    expect(id).not.toMatch(/:|^\d+$/);
  });

  it('refuse a payload with more than ids', () => {
    const payload = { analysisId: 'an_x', attempt: 1, options: {} };
    expect(JOB_CATALOGUE['prepare-video'].payload.safeParse(payload).success).toBe(false);
  });
});
