import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from './project-file.js';

/** Real: the script, in a folder of its own. */
describe('make-env.sh', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eyeline-env-'));
  const file = join(folder, '.env');
  const makeEnv = (): Buffer =>
    execFileSync('sh', [join(root, 'deploy/make-env.sh'), file], { stdio: 'pipe', cwd: folder });

  beforeEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('fills in every required secret, each another, fit for an address', () => {
    makeEnv();
    const secrets = readFileSync(file, 'utf8').match(/(?<=^[A-Z]\w*=).*$/gm) ?? [];
    expect(secrets).toHaveLength(4);
    expect(new Set(secrets).size).toBe(4);
    for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{48}$/);
  });

  it('lets nobody else read it', () => {
    makeEnv();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('never overwrites: the secrets belong to the data that exists', () => {
    writeFileSync(file, 'POSTGRES_PASSWORD=old\n');
    expect(makeEnv).toThrow(/is there already/);
    expect(readFileSync(file, 'utf8')).toBe('POSTGRES_PASSWORD=old\n');
  });
});
