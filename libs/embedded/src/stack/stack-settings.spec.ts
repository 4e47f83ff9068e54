import { StackError } from './stack-error.js';
import { childEnvironment, readStackSettings } from './stack-settings.js';

const places = { programs: '/clone/dist', folder: '/clone' };

describe('readStackSettings', () => {
  it('has a default for everything, and takes an empty variable as not set', () => {
    expect(readStackSettings({ PORT: '', DATABASE_URL: '' }, places)).toMatchObject({
      dataDir: '/clone/.eyeline',
      host: '127.0.0.1',
      port: 3000,
      workers: 1,
      databaseUrl: null,
    });
  });

  it.each([{ PORT: 'eighty' }, { PORT: '65536' }, { WORKERS: '-1' }, { WORKERS: '1.5' }])(
    'refuses %j',
    (given) => {
      expect(() => readStackSettings(given, places)).toThrow(StackError);
      expect(() => readStackSettings(given, places)).toThrow(Object.keys(given)[0]);
    },
  );
});

describe('childEnvironment', () => {
  const given = { PORT: '0', EYELINE_DATA_DIR: 'data', MAX_PIXELS: '1', npm_command: 'run-script' };

  it('hands on what was set, with the real port, folder and databases', () => {
    const environment = childEnvironment(readStackSettings(given, places), {
      port: 4321,
      postgresUrl: 'postgres://eyeline:x@127.0.0.1:5555',
    });
    expect(environment).toMatchObject({
      PORT: '4321',
      EYELINE_DATA_DIR: '/clone/data',
      MAX_PIXELS: '1',
      DATABASE_URL: 'postgres://eyeline:x@127.0.0.1:5555/eyeline',
      QUEUE_DATABASE_URL: 'postgres://eyeline:x@127.0.0.1:5555/eyeline_queue',
    });
    expect(environment).not.toHaveProperty('npm_command');
  });

  it("leaves the user's own database alone", () => {
    const settings = readStackSettings({ DATABASE_URL: 'postgres://db/eyeline' }, places);
    const environment = childEnvironment(settings, { port: 3000, postgresUrl: null });
    expect(environment.DATABASE_URL).toBe('postgres://db/eyeline');
    expect(environment).not.toHaveProperty('QUEUE_DATABASE_URL');
  });
});
