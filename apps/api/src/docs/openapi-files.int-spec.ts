import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const node = (args: string[]): Promise<Ended> =>
  new Promise((done) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });

/** Real: the command, as `npm run openapi` starts it. */
describe('npm run openapi -- --check', () => {
  jest.setTimeout(180_000);

  const check = (...args: string[]): Promise<Ended> =>
    node(['--import', './libs/testing/src/typescript-loader.mjs', 'scripts/openapi.mjs', '--check', ...args]);

  it('finds the document without faults, and the files of the client made from it', async () => {
    expect(await check()).toMatchObject({
      code: 0,
      stderr: 'The OpenAPI document is as committed.\n',
    });
  });

  it('fails when the API says something else than the committed document, and names the command', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eyeline-openapi-'));
    try {
      await cp(join(root, 'clients/typescript/openapi.json'), join(folder, 'openapi.json'));
      await cp(join(root, 'clients/typescript/src/generated'), join(folder, 'src/generated'), {
        recursive: true,
      });
      await appendFile(join(folder, 'src/generated/error-codes.ts'), '// changed\n');
      const { code, stderr } = await check('--folder', folder);
      expect(code).toBe(1);
      expect(stderr).toContain('src/generated/error-codes.ts in clients/typescript');
      expect(stderr).not.toContain('openapi.json,');
      expect(stderr).toContain('npm run openapi');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('lints: a document with a fault is not taken', async () => {
    const fault = `
      import { readFileSync } from 'node:fs';
      import { lintDocument } from './scripts/lint-openapi.mjs';
      const document = JSON.parse(readFileSync('clients/typescript/openapi.json', 'utf8'));
      delete document.paths['/v1/analyses'].get.summary;
      document.paths['/v1/analyses'].get.responses['200'].content['application/json'].example.data = 5;
      console.log(JSON.stringify(await lintDocument(JSON.stringify(document))));`;
    const { stdout } = await node(['--input-type=module', '--eval', fault]);
    const found = JSON.parse(stdout) as string[];
    expect(found.some((line) => line.includes('operation-summary'))).toBe(true);
    expect(found.some((line) => line.includes('no-invalid-media-type-examples'))).toBe(true);
  });
});
