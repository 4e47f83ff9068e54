import { existsSync, readFileSync, readdirSync } from 'node:fs';

import { SetupError, isOnPath, runCommand, say } from './run-command.mjs';

/** program -> the package that brings it */
const DEBIAN_PACKAGES = {
  ffmpeg: 'ffmpeg',
  ffprobe: 'ffmpeg',
  'redis-server': 'redis-server',
  'swift-proxy-server': 'swift-proxy',
  'swift-account-server': 'swift-account',
  'swift-container-server': 'swift-container',
  'swift-object-server': 'swift-object',
  memcached: 'memcached',
  curl: 'curl',
  jq: 'jq',
  openssl: 'openssl',
  python3: 'python3',
  'python3 requests': 'python3-requests',
  chromium: 'chromium',
};
const BREW_PACKAGES = {
  ffmpeg: 'ffmpeg',
  ffprobe: 'ffmpeg',
  'redis-server': 'redis',
  curl: 'curl',
  jq: 'jq',
  openssl: 'openssl',
  python3: 'python',
};

/** The S3 server of the tests, OpenStack Swift. Only Debian and its kin have it as packages; elsewhere tests skip. */
export const s3ServerPrograms = () =>
  isOnPath('apt-get')
    ? Object.keys(DEBIAN_PACKAGES).filter((program) => /^(swift-|memcached)/.test(program))
    : [];

/** What the examples need, which tests run. Python's requests comes as a package with Debian and its kin alone. */
export const examplePrograms = () => [
  ...['curl', 'jq', 'openssl', 'python3'],
  ...(isOnPath('apt-get') ? ['python3 requests'] : []),
];

/** What the tests of the dashboard drive. Debian alone has it as a package that needs nothing more; elsewhere they skip. */
export const browserPrograms = () =>
  isOnPath('apt-get') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) ? ['chromium'] : [];

/** `python3 NAME` is a module of Python, everything else a program on the PATH. */
async function isThere(name) {
  const module = /^python3 (.+)$/.exec(name)?.[1];
  if (module === undefined) return isOnPath(name);
  if (!isOnPath('python3')) return false;
  return (await runCommand('python3', ['-c', `import ${module}`], { stdio: 'ignore' })).code === 0;
}

async function listMissing(programs) {
  const there = await Promise.all(programs.map(isThere));
  return programs.filter((_, index) => !there[index]);
}

const packagesFor = (programs, table) => [...new Set(programs.map((program) => table[program]))];

async function canSudo() {
  if (!isOnPath('sudo')) return false;
  const { code } = await runCommand('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return code === 0;
}

async function installWithApt(packages) {
  const prefix = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const aptGet = (...args) => {
    // RUNLEVEL=1 keeps the package from starting a service: tests start servers of their own.
    const line = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'apt-get'];
    const [command, ...rest] = [...line, '-qq', '-o', 'DPkg::Lock::Timeout=300', ...args];
    return runCommand(command, rest, { quiet: true });
  };
  const install = async () =>
    (await aptGet('install', '-y', '--no-install-recommends', ...packages)).code === 0;
  const lists = '/var/lib/apt/lists';
  const hasLists =
    existsSync(lists) &&
    readdirSync(lists).some((name) => name.endsWith('_Packages') || name.endsWith('.lz4'));
  if (hasLists && (await install())) return;
  await aptGet('update');
  if (!(await install()))
    throw new SetupError(`apt-get could not install ${packages.join(' ')}; its message is above.`);
}

/**
 * Installs the packages of programs that are not there: with apt-get where that is allowed, with brew on a Mac.
 *
 * @param {string[]} programs
 * @throws {SetupError} naming the command to run by hand, where neither can be done
 */
export async function installPrograms(programs) {
  const missing = await listMissing(programs);
  if (missing.length === 0) return;
  const debian = packagesFor(missing, DEBIAN_PACKAGES);
  const brew = packagesFor(missing, BREW_PACKAGES);
  if (isOnPath('apt-get')) {
    if (process.getuid() !== 0 && !(await canSudo())) {
      throw new SetupError(
        `${missing.join(' and ')} missing, and installing needs more rights. Please run:\n\n` +
          `  sudo apt-get update && sudo apt-get install -y ${debian.join(' ')}\n`,
      );
    }
    say(`Installing ${debian.join(' ')} with apt-get ...`);
    await installWithApt(debian);
  } else if (process.platform === 'darwin' && isOnPath('brew')) {
    say(`Installing ${brew.join(' ')} with brew ...`);
    const { code } = await runCommand('brew', ['install', ...brew]);
    if (code !== 0) throw new SetupError('brew install failed; its message is above.');
  } else {
    throw new SetupError(
      `${missing.join(' and ')} missing. Please install with your system's package manager: ${brew.join(' ')}` +
        (process.platform === 'darwin' ? '\n(with Homebrew, https://brew.sh, this is done for you)' : ''),
    );
  }
  const still = await listMissing(missing);
  if (still.length > 0)
    throw new SetupError(`${still.join(' and ')} is still not on the PATH after the installation.`);
}
