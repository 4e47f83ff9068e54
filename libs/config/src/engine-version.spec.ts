import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readEngineVersion } from './engine-version.js';

describe('readEngineVersion', () => {
  it('is that of the nearest package.json above', () => {
    const root = mkdtempSync(join(tmpdir(), 'eyeline-version-'));
    try {
      const deep = join(root, 'dist', 'apps', 'worker');
      mkdirSync(deep, { recursive: true });
      writeFileSync(join(root, 'package.json'), '{"version":"4.5.6"}');
      expect(readEngineVersion(deep)).toBe('4.5.6');
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("finds the product's own", () => {
    expect(readEngineVersion()).toMatch(/^\d+\.\d+\.\d+/);
  });
});
