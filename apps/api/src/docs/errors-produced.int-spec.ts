import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ERROR_CODES, type ErrorCode } from '@eyeline/contracts';
import ts from 'typescript';

// Real: the tests with real servers, as they are written.

const ROOT = resolve(__dirname, '../../../..');

/** What workers find out. Tests of the API alone put it into a row by hand, which proves nothing. */
const OF_WORKERS: ErrorCode[] = [
  ...(['unsupported_media', 'corrupt_video', 'no_video_stream'] as const),
  ...(['video_too_long', 'too_many_pixels'] as const),
];

const isCode = (text: string): text is ErrorCode => (ERROR_CODES as readonly string[]).includes(text);

/** The code literals below a node. */
function codesIn(node: ts.Node): ErrorCode[] {
  const own = ts.isStringLiteralLike(node) && isCode(node.text) ? [node.text] : [];
  return [...own, ...childrenOf(node).flatMap(codesIn)];
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

/** `expect` of `expect(a).rejects.toMatchObject(b)`, `it` of `it.each(table)(name, test)`. */
function rootOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return rootOf(node.expression);
  return '';
}

const expects = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) && rootOf(node).startsWith('expect')) || childrenOf(node).some(expects);

/** The codes that a file expects: in what is handed to an `expect...`, and in the table of a test that has one. */
function codesExpected(node: ts.Node): ErrorCode[] {
  if (ts.isCallExpression(node)) {
    if (rootOf(node).startsWith('expect')) return codesIn(node);
    if (rootOf(node) === 'it' && ts.isCallExpression(node.expression) && node.arguments.some(expects)) {
      return [...codesIn(node.expression), ...node.arguments.flatMap(codesExpected)];
    }
  }
  return childrenOf(node).flatMap(codesExpected);
}

const parse = (text: string): ts.SourceFile => ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022);

async function findTests(): Promise<string[]> {
  const found = await Promise.all(
    ['apps', 'libs', 'test'].map(async (folder) => {
      const names = await readdir(join(ROOT, folder), { recursive: true });
      return names.filter((name) => /\.(int|e2e)-spec\.ts$/.test(name)).map((name) => join(folder, name));
    }),
  );
  return found.flat();
}

it('every error code is produced by a test with real servers', async () => {
  const paths = await findTests();
  expect(paths.length).toBeGreaterThan(50);
  const produced = new Set<ErrorCode>();
  for (const path of paths) {
    if (join(ROOT, path) === __filename) continue;
    for (const code of codesExpected(parse(await readFile(join(ROOT, path), 'utf8')))) {
      if (!path.startsWith('apps/api/') || !OF_WORKERS.includes(code)) produced.add(code);
    }
  }
  expect(ERROR_CODES.filter((code) => !produced.has(code))).toEqual([]);
});

it.each([
  ["expectProblem(answer, 'conflict');", ['conflict']],
  ["await expect(work()).rejects.toMatchObject({ code: 'internal' });", ['internal']],
  ["it.each([['a', 'forbidden']])('%s', (_a, code) => { expect(of(_a)).toBe(code); });", ['forbidden']],
  ["it.each([['a', 'forbidden']])('%s', (a) => { use(a); });", []],
  ["fail(new AppError('canceled')); const code = 'not_found';", []],
  ["it('is a conflict', () => { fail('conflict'); expect(1).toBe(1); });", []],
])('reads what %s expects', (text, codes) => {
  expect(codesExpected(parse(text))).toEqual(codes);
});
