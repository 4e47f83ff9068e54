import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { VERSION } from './cli/usage.js';

const folder = join(__dirname, '..');

interface Package {
  readonly version: string;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

const read = (path: string): Package => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Package;

describe('package.json of the client', () => {
  it('asks for the packages that it is tested with', () => {
    const { dependencies } = read('package.json');
    const root = read('../../package.json');
    const tested = { ...root.devDependencies, ...root.dependencies };
    expect(Object.keys(dependencies)).toHaveLength(3);
    for (const [name, version] of Object.entries(dependencies))
      expect([name, tested[name]]).toEqual([name, version]);
  });

  it('has the version that the command says', () => {
    expect(read('package.json').version).toBe(VERSION);
  });
});
