import { environmentSchema } from '../../libs/config/src/environment.js';
import {
  type ComposeService,
  EXTERNAL_S3_FILE,
  listInterpolations,
  readCompose,
  SECRETS,
} from './compose-file.js';
import { readProjectFile } from './project-file.js';

const { services, networks, volumes } = readCompose();
const all = Object.entries(services);
const ours = ['migrate', 'api', 'live', 'worker', 'worker-gpu'];
/** Those of ours that work on rows and objects. */
const stateful = ours.filter((name) => name !== 'live');

const networksOf = ({ networks }: ComposeService): string[] =>
  Array.isArray(networks) ? networks : Object.keys(networks);

/** Real: docker-compose.yml and what it is made for. No Docker engine: only what can be read off the file. */
describe('docker-compose.yml', () => {
  it('has the services that the documentation names, the optional ones under their profiles', () => {
    const core = all.filter(([, { profiles }]) => profiles === undefined).map(([name]) => name);
    expect(core).toEqual(['migrate', 'api', 'worker', 'postgres', 'redis', 's3']);
    const optional = all.filter(([name]) => !core.includes(name)).map(([name, s]) => [name, s.profiles]);
    expect(optional).toEqual([
      ['live', ['live']],
      ['worker-gpu', ['gpu']],
      ['prometheus', ['observability']],
      ['grafana', ['observability']],
    ]);
  });

  it.each(ours.map((name) => [name]))('passes %s only settings that exist', (name) => {
    const given = Object.keys(services[name].environment ?? {});
    expect(given.filter((setting) => !(setting in environmentSchema.shape))).toEqual([]);
  });

  it('passes every setting that makes sense in a container', () => {
    const elsewhere = [
      'PORT', // of the host: the one that is published
      'EYELINE_DATA_DIR', // in the image
      'WORKER_METRICS_PORT', // in the image
      'QUEUE_DATABASE_URL', // the queue is on Redis
      'WORKERS', // of `npm start`; here it is --scale
      'EYELINE_LIFELINE', // between a supervisor and its children
    ];
    const passed = new Set(ours.flatMap((name) => Object.keys(services[name].environment ?? {})));
    const missing = Object.keys(environmentSchema.shape).filter(
      (setting) => !passed.has(setting) && !elsewhere.includes(setting),
    );
    expect(missing).toEqual([]);
  });

  it('gives API, workers and migration one database, one queue and one bucket', () => {
    const shared = ['DATABASE_URL', 'REDIS_URL', 'S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID'];
    for (const name of stateful) {
      for (const setting of shared) {
        expect(services[name].environment?.[setting]).toBe(services.api.environment?.[setting]);
      }
    }
  });

  it('starts without .env, by passwords that everybody knows, which is why nothing outside reaches their servers', () => {
    const text = readProjectFile('docker-compose.yml');
    for (const name of SECRETS) {
      const defaults = [...text.matchAll(new RegExp(`\\$\\{${name}([^}]*)\\}`, 'g'))].map(([, rest]) => rest);
      expect(defaults.length).toBeGreaterThan(1);
      expect(new Set(defaults).size).toBe(1);
      expect(defaults[0]).toMatch(/^:-[a-z-]+$/);
    }
    for (const name of ['postgres', 'redis', 's3']) {
      expect(networksOf(services[name])).toEqual(['backend']);
      expect(services[name]).not.toHaveProperty('ports');
    }
    expect(networks.backend).toEqual({ internal: true });
  });

  it('pins every image, ours by EYELINE_TAG', () => {
    for (const [name, { image, build }] of all) {
      const tag = image.slice(image.lastIndexOf(':') + 1);
      if (ours.includes(name)) {
        expect(image).toMatch(/^eyeline-[a-z-]+:\$\{EYELINE_TAG:-local\}$/);
        expect(build?.dockerfile).toBe('deploy/Dockerfile');
      } else {
        expect(tag).toMatch(/^v?\d/);
      }
    }
  });

  it.each(all)('%s has no more rights than it needs', (_name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
  });

  it.each(all)('%s cannot take the whole machine, nor fill its disk with logs', (_name, service) => {
    const { cpus, memory, pids } = service.deploy.resources.limits;
    expect(cpus).toBeTruthy();
    expect(memory).toBeTruthy();
    expect(pids).toBeGreaterThan(0);
    expect(service.logging.options).toEqual({ 'max-size': '10m', 'max-file': '5' });
  });

  it('starts again by itself what serves, and not what is done', () => {
    for (const [name, { restart }] of all) expect(restart).toBe(name === 'migrate' ? 'no' : 'unless-stopped');
  });

  it.each(['postgres', 'redis', 's3', 'prometheus', 'grafana'])('%s tells whether it is well', (name) => {
    expect(services[name].healthcheck?.test.length).toBeGreaterThan(1);
  });

  it.each(['api', 'worker', 'worker-gpu'])('%s waits for the migration and for what it talks to', (name) => {
    expect(services[name].depends_on).toEqual({
      migrate: { condition: 'service_completed_successfully' },
      postgres: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
      s3: { condition: 'service_healthy' },
    });
  });

  it('migrates as soon as the database is there', () => {
    expect(services.migrate.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it('gives API and workers the time they need to hand back their work', () => {
    for (const name of ['api', 'worker', 'worker-gpu']) {
      expect(parseInt(services[name].stop_grace_period ?? '', 10)).toBeGreaterThanOrEqual(15);
    }
  });

  it('publishes the API alone, on loopback unless told otherwise; the tools on loopback always', () => {
    const published = all.flatMap(([name, { ports }]) => (ports ?? []).map((port) => [name, port]));
    expect(published).toEqual([
      ['api', '${EYELINE_BIND:-127.0.0.1}:${PORT:-3000}:3000'],
      ['prometheus', '127.0.0.1:${PROMETHEUS_PORT:-9090}:9090'],
      ['grafana', '127.0.0.1:${GRAFANA_PORT:-3001}:3000'],
    ]);
  });

  it('lets data servers reach nothing outside, and workers by a network of their own', () => {
    for (const name of ['migrate', 'postgres', 'redis', 's3']) {
      expect(networksOf(services[name])).toEqual(['backend']);
    }
    expect(networks.backend).toEqual({ internal: true });
    const goOut = all.filter(([, service]) => networksOf(service).includes('outbound'));
    expect(goOut.map(([name]) => name)).toEqual(['worker', 'worker-gpu']);
  });

  it('declares every network and volume that is used', () => {
    const usedNetworks = all.flatMap(([, service]) => networksOf(service));
    expect(new Set(usedNetworks)).toEqual(new Set(Object.keys(networks)));
    const usedVolumes = all
      .flatMap(([, service]) => service.volumes ?? [])
      .filter((volume) => typeof volume === 'string')
      .map((volume) => volume.split(':')[0])
      .filter((source) => !source.startsWith('.'));
    expect(new Set(usedVolumes)).toEqual(new Set(Object.keys(volumes)));
  });

  it('can run any number of workers: no fixed name, no port, no scratch folder in common', () => {
    for (const name of ['worker', 'worker-gpu']) {
      const { container_name, ports, volumes } = services[name];
      expect({ container_name, ports }).toEqual({});
      expect(volumes).toEqual([{ type: 'volume', target: '/var/lib/eyeline/scratch' }]);
    }
  });

  it('gives the API room on disk for what is on its way to S3', () => {
    expect(services.api.volumes).toEqual([{ type: 'volume', target: '/var/lib/eyeline/scratch' }]);
  });

  it('keeps what the queue holds, and never drops a job to make room', () => {
    const script = services.redis.command?.join('\n');
    expect(script).toContain('--appendonly yes --appendfsync everysec');
    expect(script).toContain('--maxmemory-policy noeviction');
    expect(script).toMatch(/^exec /); // signals reach the server
    expect(services.redis.volumes).toEqual(['redis:/data']);
  });

  it('asks for the GPU in its profile alone', () => {
    const devices = all.filter(([, { deploy }]) => deploy.resources.reservations !== undefined);
    expect(devices.map(([name]) => name)).toEqual(['worker-gpu']);
    expect(services['worker-gpu'].environment?.EXECUTION_PROVIDER).toBe('cuda');
    expect(services.worker.environment?.EXECUTION_PROVIDER).toBe('cpu');
  });
});

describe(EXTERNAL_S3_FILE, () => {
  const external = readCompose(EXTERNAL_S3_FILE).services;
  const usingObjects = ours.filter((name) => services[name].environment?.S3_BUCKET !== undefined);

  it('points everything that uses objects elsewhere, and nothing at a server that is not started', () => {
    expect(Object.keys(external)).toEqual([...usingObjects, 's3']);
    for (const name of usingObjects) {
      expect(external[name].environment).toEqual({
        S3_ENDPOINT: '${S3_ENDPOINT:-}',
        S3_FORCE_PATH_STYLE: '${S3_FORCE_PATH_STYLE:-}',
      });
      const { s3 } = services[name].depends_on ?? {};
      if (s3 !== undefined) expect(external[name].depends_on?.s3).toEqual({ ...s3, required: false });
    }
    expect(external.s3.profiles).toEqual(['never']);
  });

  it('opens the way out to those that read and write objects', () => {
    for (const name of ['api', 'worker', 'worker-gpu']) expect(networksOf(external[name])).toContain('edge');
  });
});

describe('.env.example', () => {
  const lines = readProjectFile('.env.example').split('\n');
  const names = (pattern: RegExp): string[] =>
    lines.flatMap((line) => pattern.exec(line)?.slice(1, 2) ?? []).sort();

  it('has a place for each secret, and names every other setting with its default', () => {
    const interpolations = [...listInterpolations(), ...listInterpolations(EXTERNAL_S3_FILE)];
    expect(names(/^([A-Z]\w*)=$/)).toEqual(SECRETS);

    const passedOn = ours.flatMap((service) =>
      Object.entries(services[service].environment ?? {}).flatMap(([name, value]) =>
        value === null ? [name] : [],
      ),
    );
    const optional = interpolations.filter((name) => !SECRETS.includes(name));
    expect(names(/^#([A-Z]\w*)=/)).toEqual([...new Set([...optional, ...passedOn])].sort());
  });

  it('tells the defaults that hold', () => {
    const told = new Map(lines.flatMap((line) => (/^#([A-Z]\w*)=(.*)$/.exec(line) ? [split(line)] : [])));
    const compose = readProjectFile('docker-compose.yml');
    for (const [name, value] of told) {
      const inCompose = new RegExp(`\\$\\{${name}:-([^}]*)\\}`).exec(compose)?.[1];
      if (inCompose !== undefined) expect([name, value]).toEqual([name, inCompose]);
      else if (!NO_DEFAULT.includes(name)) expect([name, value]).toEqual([name, defaultOf(name)]);
    }
  });
});

/** Shown with an example instead: unset means no limit, AWS, that address, what suits it, none, a schedule with jitter. */
const NO_DEFAULT = [
  'SCRATCH_MAX_BYTES',
  'S3_ENDPOINT',
  'S3_PUBLIC_ENDPOINT',
  'S3_FORCE_PATH_STYLE',
  'LIVE_URL',
  'CORS_ORIGINS',
  'NARRATIVE_BASE_URL',
  'SOURCE_ALLOWED_RANGES',
  'WEBHOOK_ALLOWED_RANGES',
  'WEBHOOK_RETRY_SCHEDULE_S',
];

const split = (line: string): [string, string] => [
  line.slice(1, line.indexOf('=')),
  line.slice(line.indexOf('=') + 1),
];

function defaultOf(name: string): string {
  const settings: Record<string, unknown> = environmentSchema.parse({
    DATABASE_URL: 'postgres://127.0.0.1/x',
  });
  return String((settings[name] as string | number | undefined) ?? '');
}
