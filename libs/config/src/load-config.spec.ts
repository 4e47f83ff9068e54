import { ConfigError, loadConfig } from './load-config.js';

const minimal = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/eyeline' };

describe('loadConfig', () => {
  it('reports every mistake at once, by the name of the variable', () => {
    const load = () => loadConfig({ PORT: 'eighty', MAX_PIXELS: '-1', REDIS_URL: 'http://x' });
    expect(load).toThrow(ConfigError);
    try {
      load();
    } catch (error) {
      const { mistakes } = error as ConfigError;
      expect(mistakes).toHaveLength(4);
      for (const name of ['PORT', 'MAX_PIXELS', 'REDIS_URL', 'DATABASE_URL is not set']) {
        expect(mistakes.some((mistake) => mistake.startsWith(name))).toBe(true);
      }
    }
  });

  it('uses a database of its own for the queue unless Redis is given', () => {
    expect(loadConfig(minimal).queue).toEqual({
      kind: 'postgres',
      url: 'postgres://u:p@127.0.0.1:5432/eyeline_queue',
    });
    expect(loadConfig({ ...minimal, REDIS_URL: 'redis://127.0.0.1:6379' }).queue.kind).toBe('redis');
  });

  it('keeps objects in a bucket when one is named, in a folder otherwise', () => {
    expect(loadConfig({ ...minimal, EYELINE_DATA_DIR: '/data' }).storage).toEqual({
      kind: 'folder',
      root: '/data/objects',
    });
    const bucket = { ...minimal, EYELINE_DATA_DIR: '/data', S3_BUCKET: 'videos' };
    expect(loadConfig(bucket).storage).toEqual({
      kind: 's3',
      endpoint: null,
      publicEndpoint: null,
      bucket: 'videos',
      region: 'us-east-1',
      credentials: null,
      forcePathStyle: false,
      scratchDir: '/data/scratch',
      scratchMaxBytes: null,
    });
    const publicEndpoint = 'https://s3.example.com';
    expect(loadConfig({ ...bucket, S3_PUBLIC_ENDPOINT: publicEndpoint }).storage).toMatchObject({
      ...{ endpoint: null, publicEndpoint, forcePathStyle: false },
    });
    const given = { S3_ENDPOINT: 'http://s3:7070', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    expect(loadConfig({ ...bucket, ...given }).storage).toMatchObject({
      endpoint: 'http://s3:7070',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      forcePathStyle: true,
    });
    expect(loadConfig({ ...bucket, ...given, S3_FORCE_PATH_STYLE: 'false' }).storage).toMatchObject({
      forcePathStyle: false,
    });
  });

  it.each([
    [{ S3_ENDPOINT: 'http://s3:7070' }, 'S3_BUCKET is not set'],
    [{ S3_PUBLIC_ENDPOINT: 'https://s3.example.com' }, 'S3_BUCKET is not set'],
    [{ S3_BUCKET: 'videos', S3_ACCESS_KEY_ID: 'id' }, 'S3_SECRET_ACCESS_KEY and S3_ACCESS_KEY_ID'],
    [{ S3_FORCE_PATH_STYLE: 'maybe' }, 'S3_FORCE_PATH_STYLE'],
  ])('refuses half of a bucket: %j', (settings, mistake) => {
    expect(() => loadConfig({ ...minimal, ...settings })).toThrow(mistake);
  });

  it('takes an empty variable as not set, and freezes what it gives', () => {
    const config = loadConfig({ ...minimal, PORT: '', REDIS_URL: '' });
    expect(config.port).toBe(3000);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes the name of an emotion network, and what is none not', () => {
    const DATABASE_URL = 'postgres://127.0.0.1/eyeline';
    expect(loadConfig({ DATABASE_URL }).models.emotion).toBeNull();
    expect(loadConfig({ DATABASE_URL, EMOTION_MODEL: 'emotion-cnn' }).models.emotion).toBe('emotion-cnn');
    expect(loadConfig({ DATABASE_URL, EYELINE_DATA_DIR: '/data' }).models.folder).toBe('/data/models');
    expect(loadConfig({ DATABASE_URL, MODELS_DIR: '/models' }).models.folder).toBe('/models');
    expect(loadConfig({ DATABASE_URL, EMOTION_MODELS: 'a, b-2' }).offeredEmotionModels).toEqual(['a', 'b-2']);
    expect(loadConfig({ DATABASE_URL, EMOTION_COMPARE_MODEL: 'mine' }).comparedEmotionModel).toBe('mine');
    expect(() => loadConfig({ DATABASE_URL, EMOTION_COMPARE_MODEL: 'a/b' })).toThrow('is no name');
    expect(() => loadConfig({ DATABASE_URL, EMOTION_MODEL: '../x' })).toThrow('EMOTION_MODEL is no name');
  });

  it('takes the address of live processes with a slash at its end and without', () => {
    for (const LIVE_URL of ['http://live:3100/', 'http://live:3100']) {
      expect(loadConfig({ DATABASE_URL: 'postgres://127.0.0.1/eyeline', LIVE_URL }).live.url).toBe(
        'http://live:3100',
      );
    }
  });

  it('limits requests by default, and reads other limits and origins', () => {
    const { rateLimits, corsOrigins } = loadConfig(minimal);
    expect([rateLimits, corsOrigins]).toEqual([
      { reads: 6000, writes: 600, live: 12000, unauthorized: 120 },
      [],
    ]);
    const given = {
      ...{ RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '5', RATE_LIMIT_UNAUTHORIZED: '7' },
      CORS_ORIGINS: 'https://app.example.com, http://localhost:5173',
    };
    expect(loadConfig({ ...minimal, ...given })).toMatchObject({
      rateLimits: { reads: 0, writes: 5, unauthorized: 7 },
      corsOrigins: ['https://app.example.com', 'http://localhost:5173'],
    });
    expect(loadConfig({ ...minimal, CORS_ORIGINS: '*' }).corsOrigins).toEqual(['*']);
  });

  it('has narratives written by nobody unless somebody is named', () => {
    const { languageModel, narrativeTimeoutS } = loadConfig(minimal);
    expect([languageModel, narrativeTimeoutS]).toEqual([null, 30]);
    const gemini = { ...minimal, GEMINI_API_KEY: 'g' };
    expect(loadConfig(gemini).languageModel).toMatchObject({ kind: 'gemini', apiKey: 'g' });
    expect(loadConfig({ ...gemini, NARRATIVE_MODEL: 'm' }).languageModel).toEqual({
      ...{ kind: 'gemini', apiKey: 'g', model: 'm' },
    });
    const own = { ...gemini, NARRATIVE_BASE_URL: 'http://llm:8000/v1', NARRATIVE_MODEL: 'm' };
    expect(loadConfig(own).languageModel).toEqual({
      ...{ kind: 'openai', baseUrl: 'http://llm:8000/v1', apiKey: null, model: 'm' },
    });
    expect(loadConfig({ ...own, NARRATIVE_API_KEY: 'k' }).languageModel).toMatchObject({ apiKey: 'k' });
  });

  it('reads ranges of webhooks and sources, and delays of webhooks', () => {
    expect(loadConfig(minimal)).toMatchObject({
      ...{ sourceAllowedRanges: [], webhookAllowedRanges: [], webhookDelaysS: null },
    });
    const given = {
      SOURCE_ALLOWED_RANGES: '192.168.0.0/16',
      WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8, fd00::/8,10.1.2.3',
      WEBHOOK_RETRY_SCHEDULE_S: '0, 0.5,30',
    };
    expect(loadConfig({ ...minimal, ...given })).toMatchObject({
      sourceAllowedRanges: ['192.168.0.0/16'],
      webhookAllowedRanges: ['127.0.0.0/8', 'fd00::/8', '10.1.2.3/32'],
      webhookDelaysS: [0, 0.5, 30],
    });
  });

  it.each([
    [{ NARRATIVE_BASE_URL: 'http://llm' }, 'NARRATIVE_MODEL is not set, although NARRATIVE_BASE_URL is'],
    [{ NARRATIVE_API_KEY: 'k' }, 'NARRATIVE_BASE_URL is not set, although NARRATIVE_API_KEY is'],
    [{ NARRATIVE_TIMEOUT_S: '0' }, 'NARRATIVE_TIMEOUT_S'],
    [{ RATE_LIMIT_READS: '-1' }, 'RATE_LIMIT_READS'],
    [{ CORS_ORIGINS: 'https://a.example/' }, 'CORS_ORIGINS holds "https://a.example/"'],
    [{ CORS_ORIGINS: 'a.example' }, 'CORS_ORIGINS holds "a.example"'],
    [{ CORS_ORIGINS: 'https://a.example,*' }, 'CORS_ORIGINS holds "*", beside others'],
    [{ CORS_ORIGINS: 'https://A.example' }, 'CORS_ORIGINS holds "https://A.example"'],
    [{ CORS_ORIGINS: 'null' }, 'CORS_ORIGINS holds "null"'],
    [{ CORS_ORIGINS: 'https://a.example,' }, 'CORS_ORIGINS holds ""'],
    [{ WEBHOOK_ALLOWED_RANGES: 'localhost' }, 'WEBHOOK_ALLOWED_RANGES holds "localhost"'],
    [{ SOURCE_ALLOWED_RANGES: '10.0.0' }, 'SOURCE_ALLOWED_RANGES holds "10.0.0"'],
    [{ WEBHOOK_ALLOWED_RANGES: '10.0.0.0/33' }, 'holds "10.0.0.0/33"'],
    [{ WEBHOOK_ALLOWED_RANGES: '10.0.0.0/8/8,' }, 'holds "10.0.0.0/8/8"'],
    [{ WEBHOOK_RETRY_SCHEDULE_S: '5,soon' }, 'WEBHOOK_RETRY_SCHEDULE_S'],
    [{ WEBHOOK_RETRY_SCHEDULE_S: '-1' }, 'WEBHOOK_RETRY_SCHEDULE_S'],
  ])('refuses %j', (settings, mistake) => {
    expect(() => loadConfig({ ...minimal, ...settings })).toThrow(mistake);
  });
});
