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

  it('takes an empty variable as not set, and freezes what it gives', () => {
    const config = loadConfig({ ...minimal, PORT: '', REDIS_URL: '' });
    expect(config.port).toBe(3000);
    expect(Object.isFrozen(config)).toBe(true);
  });
});
