import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';

import ts from 'typescript';

import { readProjectFile, root } from './project-file.js';

const { compilerOptions } = JSON.parse(readProjectFile('tsconfig.json')) as {
  compilerOptions: { paths: Record<string, string[]> };
};
const { dependencies } = JSON.parse(readProjectFile('package.json')) as {
  dependencies: Record<string, string>;
};

/** What is left of the imports of a file when it is compiled: those of types alone are gone. */
function listImports(file: string): string[] {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  return ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName);
}

/** Every package that a program loads, with the file that asks for it. */
function listPackages(entries: string[]): Map<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of listImports(file)) {
      if (isBuiltin(name)) continue;
      const alias = compilerOptions.paths[name]?.[0];
      if (alias !== undefined) visit(join(root, alias));
      else if (name.startsWith('.')) visit(join(dirname(file), name.replace(/\.js$/, '.ts')));
      else packages.set(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name, relative(root, file));
    }
  };
  for (const entry of entries) visit(entry);
  return packages;
}

/** Real: the sources. The image has neither development's packages nor the embedded PostgreSQL. */
describe('what the image runs', () => {
  const lanes = join(root, 'apps/worker/src/lanes');
  const packages = listPackages([
    ...[
      'api/src/main.ts',
      'api/src/setup.ts',
      'api/src/keys/main.ts',
      'live/src/main.ts',
      'worker/src/main.ts',
    ].map((path) => join(root, 'apps', path)),
    join(root, 'libs/live/src/frame-lane.ts'),
    ...readdirSync(lanes)
      .filter((name) => name.endsWith('-lane.ts'))
      .map((name) => join(lanes, name)),
  ]);

  it('imports only packages that are installed there', () => {
    expect(packages.has('onnxruntime-node')).toBe(true);
    expect(packages.has('bullmq')).toBe(true);
    expect(packages.has('sharp')).toBe(true);
    const missing = [...packages].filter(([name]) => !(name in dependencies));
    expect(missing).toEqual([]);
  });

  it('does not start a database of its own', () => {
    expect([...packages.keys()].filter((name) => name.includes('embedded'))).toEqual([]);
  });
});
