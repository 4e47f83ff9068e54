// The dashboard (apps/web) as static files: built by Vite, each text also as its server hands it out, compressed. What an
// earlier build has made of the same sources is taken from there.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { SetupError, runCommand } from './run-command.mjs';

/** Where the files are in a build; what they were made of is noted beside that. */
const FILES = 'apps/web/built';
const STAMP = 'apps/web/built-of';

/** What ends up in the files: the dashboard, the client that it uses, and the versions of all packages. */
const INPUT = /^(apps\/web\/|clients\/typescript\/src\/|tsconfig\.json$|package(-lock)?\.json$)/;

/** Pictures and fonts are compressed already, and what is small gains nothing. */
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);
const WORTH_BYTES = 1024;

/**
 * Puts the dashboard's files into a build. Without apps/web there are none.
 *
 * @param {{ root: string; inputs: string[]; folder: string; earlier: string | null }} build
 *   inputs: every file that the build depends on; earlier: the folder of the build before
 * @throws {SetupError} when Vite fails
 */
export async function buildWeb({ root, inputs, folder, earlier }) {
  if (!existsSync(join(root, 'apps/web/index.html'))) return;
  const stamp = hashOf(
    root,
    inputs.filter((path) => INPUT.test(relative(root, path))),
  );
  const into = join(folder, FILES);
  mkdirSync(dirname(into), { recursive: true });
  if (earlier !== null && readStamp(earlier) === stamp) {
    cpSync(join(earlier, FILES), into, { recursive: true });
  } else {
    await runVite(root, into);
    await compressFiles(into);
  }
  writeFileSync(join(folder, STAMP), stamp);
}

function hashOf(root, paths) {
  const hash = createHash('sha256').update(readFileSync(new URL(import.meta.url)));
  for (const path of paths)
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function readStamp(folder) {
  const path = join(folder, STAMP);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

async function runVite(root, into) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { code } = await runCommand(
    process.execPath,
    [vite, 'build', 'apps/web', '--outDir', into, '--emptyOutDir', '--logLevel', 'warn'],
    // Under another name, React would bring its checks for developers along.
    { cwd: root, quiet: true, env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (code !== 0) throw new SetupError("The dashboard could not be built; Vite's message is above.");
  if (!existsSync(join(into, 'index.html'))) {
    throw new SetupError('Vite has built the dashboard without an index.html: see apps/web/vite.config.ts.');
  }
}

/** `x.js` -> `x.js.br` and `x.js.gz`, where that is shorter. */
async function compressFiles(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    if (bytes.length < WORTH_BYTES) continue;
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    const forms = {
      br: await promisify(brotliCompress)(bytes, { params: quality }),
      gz: await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
    };
    for (const [extension, form] of Object.entries(forms)) {
      if (form.length < bytes.length) writeFileSync(`${path}.${extension}`, form);
    }
  }
}
