import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { buildWeb } from './build-web.mjs';

// Real: Vite, on a page of its own.

const SOURCE = `document.title = ${JSON.stringify('eyeline '.repeat(300))};`;

describe('the dashboard', () => {
  let root;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'eyeline-build-web-'));
    symlinkSync(resolve(__dirname, '../node_modules'), join(root, 'node_modules'));
    mkdirSync(join(root, 'apps/web'), { recursive: true });
    write('index.html', '<!doctype html><title>x</title><script type="module" src="/main.js"></script>');
    write('main.js', SOURCE);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (name, text) => writeFileSync(join(root, 'apps/web', name), text);

  async function build(name, earlier = null) {
    const folder = join(root, name);
    const inputs = ['index.html', 'main.js'].map((file) => join(root, 'apps/web', file));
    await buildWeb({ root, inputs, folder, earlier });
    return folder;
  }

  const assetsOf = (folder) => readdirSync(join(folder, 'apps/web/built/assets')).sort();

  it('is built into files whose names hold their content, each text compressed too', async () => {
    const folder = await build('first');
    const built = join(folder, 'apps/web/built');
    const [script, ...forms] = assetsOf(folder);
    expect(script).toMatch(/^index-[\w-]{8}\.js$/);
    expect(forms).toEqual([`${script}.br`, `${script}.gz`]);
    expect(readFileSync(join(built, 'index.html'), 'utf8')).toContain(`/assets/${script}`);
    const bytes = readFileSync(join(built, 'assets', script));
    expect(brotliDecompressSync(readFileSync(join(built, 'assets', forms[0])))).toEqual(bytes);
    expect(gunzipSync(readFileSync(join(built, 'assets', forms[1])))).toEqual(bytes);
    // It is shorter than what compressing it would gain.
    expect(existsSync(join(built, 'index.html.br'))).toBe(false);
  });

  it('is taken from the build before as long as its sources are the same', async () => {
    const first = await build('first');
    writeFileSync(join(first, 'apps/web/built/mark'), '');
    const second = await build('second', first);
    expect(existsSync(join(second, 'apps/web/built/mark'))).toBe(true);
    expect(assetsOf(second)).toEqual(assetsOf(first));
    write('main.js', `${SOURCE} document.title += 1;`);
    const third = await build('third', second);
    expect(existsSync(join(third, 'apps/web/built/mark'))).toBe(false);
    expect(assetsOf(third)[0]).not.toBe(assetsOf(first)[0]);
  });

  it('fails the build when it cannot be built', async () => {
    const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    write('main.js', 'this is no program');
    await expect(build('broken')).rejects.toThrow('The dashboard could not be built');
    expect(told.mock.calls.join('')).toContain('main.js');
    told.mockRestore();
  });

  it('may be missing', async () => {
    rmSync(join(root, 'apps/web'), { recursive: true });
    await build('without');
    expect(existsSync(join(root, 'without'))).toBe(false);
  });
});
