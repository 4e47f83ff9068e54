// Compiles the sources into dist-<hash of the sources>, and lets `dist` point to it. A build is never changed once it is
// there, so a running stack keeps the files it was started from, and commands that build at once do not collide.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWeb } from './build-web.mjs';
import { identify, isAlive, withLock } from './pid-lock.mjs';
import { SetupError, runCommand, runMain, say } from './run-command.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const generated = join(root, 'libs/database/src/generated');
const KEPT_BUILDS = 3;

const isTest = (path) => /\.(int-|e2e-)?spec\.m?tsx?$/.test(path) || path.startsWith(join('libs', 'testing'));

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // Packages that a folder brings for itself (bench/peers) are nothing of ours.
    if (path === generated || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile() && !isTest(relative(root, path))) yield path;
  }
}

/** Every file that the build depends on, sorted. */
function listInputs() {
  const single = [
    'package.json',
    'package-lock.json',
    'nest-cli.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  const folders = [
    'apps',
    'libs',
    'clients/typescript/src',
    'bench',
    'commands',
    'evaluation',
    'models',
    'trainers',
    'prisma',
  ].flatMap((folder) => [...filesUnder(join(root, folder))]);
  const scripts = ['build.mjs', 'build-web.mjs'].map((name) => join(root, 'scripts', name));
  return [...single.map((name) => join(root, name)), ...scripts, ...folders].sort();
}

function hashInputs(inputs) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const path of inputs)
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/** The Prisma client is source text made from the schema; made again only when the schema is another. */
async function generateClient() {
  const stampPath = join(generated, '.schema-hash');
  const schema = createHash('sha256')
    .update(readFileSync(join(root, 'prisma/schema.prisma')))
    .update(readFileSync(join(root, 'node_modules/prisma/package.json')))
    .digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === schema) return;
  const { code } = await runCommand(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'generate'],
    {
      cwd: root,
      quiet: true,
      // The engine is not needed to generate, but is downloaded unless this names a file, whichever.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  if (code !== 0) throw new SetupError('prisma generate failed; its message is above.');
  writeFileSync(stampPath, schema);
}

async function compileInto(folder) {
  mkdirSync(folder);
  const config = join(folder, 'tsconfig.json');
  const options = { outDir: '.', rootDir: '..', incremental: false };
  writeFileSync(config, JSON.stringify({ extends: '../tsconfig.build.json', compilerOptions: options }));
  // One compilation holds every app and lib; naming an app only tells Nest where to look for its settings.
  const args = [
    join(root, 'node_modules/@nestjs/cli/bin/nest.js'),
    'build',
    'api',
    '--path',
    relative(root, config),
  ];
  const { code } = await runCommand(process.execPath, args, { cwd: root, quiet: true });
  if (code !== 0) throw new SetupError("The build failed; the compiler's message is above.");
}

/** What is not TypeScript (models, migrations, pages) lies at the same place in the build as in the sources. */
function copyAssets(inputs, folder) {
  for (const path of inputs) {
    const name = relative(root, path);
    // What the dashboard needs is in the files that Vite makes.
    if (name.startsWith('apps/web/')) continue;
    const isAsset = /^(apps|libs)\/[^/]+\/src\//.test(name)
      ? !name.endsWith('.ts')
      : name.startsWith('prisma/');
    if (!isAsset && name !== 'package.json') continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    copyFileSync(path, join(folder, name));
  }
}

/** `dist` -> the build, swapped in one step. */
function pointDistTo(name) {
  const dist = join(root, 'dist');
  const isLink = lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink === false) rmSync(dist, { recursive: true });
  const next = join(root, `dist-link-${process.pid}`);
  symlinkSync(name, next);
  renameSync(next, dist);
}

/** The build that `dist` leads to; null when there is none. */
function currentBuild() {
  const dist = join(root, 'dist');
  return existsSync(dist) ? realpathSync(dist) : null;
}

const holdPrefix = '.in-use-';

/** A build is in use as long as a process that noted itself there lives. */
function isInUse(folder) {
  return readdirSync(folder)
    .filter((name) => name.startsWith(holdPrefix))
    .some((name) => isAlive(readFileSync(join(folder, name), 'utf8')));
}

function hold(folder) {
  const note = join(folder, `${holdPrefix}${process.pid}`);
  writeFileSync(note, identify(process.pid));
  process.once('exit', () => rmSync(note, { force: true }));
  const now = new Date();
  utimesSync(folder, now, now);
}

/** Leaves the builds used last, and those in use; nobody else builds meanwhile (the lock). */
function removeOldBuilds() {
  const builds = readdirSync(root)
    .filter((name) => /^dist-[0-9a-f]{12}(\.new)?$/.test(name))
    .map((name) => ({
      folder: join(root, name),
      isHalf: name.endsWith('.new'),
      usedAt: lstatSync(join(root, name)).mtimeMs,
    }))
    .sort((a, b) => b.usedAt - a.usedAt);
  const whole = builds.filter(({ isHalf }) => !isHalf);
  const removable = [
    ...builds.filter(({ isHalf }) => isHalf),
    ...whole.slice(KEPT_BUILDS).filter(({ folder }) => !isInUse(folder)),
  ];
  for (const { folder } of removable) rmSync(folder, { recursive: true, force: true });
}

/**
 * Builds if the sources are not the ones of an earlier build.
 *
 * @returns {Promise<string>} the folder of the build, which stays until this process has ended
 * @throws {SetupError} when the sources do not compile
 */
export async function build() {
  return withLock(
    join(root, '.cache/build.lock'),
    async () => {
      const inputs = listInputs();
      const name = `dist-${hashInputs(inputs)}`;
      const folder = join(root, name);
      await generateClient();
      if (!existsSync(folder)) {
        say('Building ...');
        const half = `${folder}.new`;
        rmSync(half, { recursive: true, force: true });
        await compileInto(half);
        copyAssets(inputs, half);
        await buildWeb({ root, inputs, folder: half, earlier: currentBuild() });
        renameSync(half, folder);
      }
      hold(folder);
      pointDistTo(name);
      removeOldBuilds();
      return folder;
    },
    { onWait: (pid) => say(`Another Eyeline command (process ${pid}) is building; waiting for it ...`) },
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await build();
  });
}
