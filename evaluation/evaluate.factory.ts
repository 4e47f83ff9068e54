import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { type Evaluation } from './evaluation.js';
import { runEvaluate } from './main.js';

const root = resolve(__dirname, '..');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command itself, with settings beside those of this process; it builds when the sources are newer than the build. */
export async function evaluateIn(settings: Record<string, string>, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['scripts/models.mjs', 'evaluate', ...args], {
    cwd: root,
    env: { ...process.env, ...settings },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

export const evaluate = (...args: string[]): Promise<Ended> => evaluateIn({}, ...args);

export async function measureIn(settings: Record<string, string>, ...args: string[]): Promise<Evaluation> {
  const { code, out, err } = await evaluateIn(settings, ...args, '--json');
  expect([code, err.includes('Error')]).toEqual([0, false]);
  return JSON.parse(out) as Evaluation;
}

export const measure = (...args: string[]): Promise<Evaluation> => measureIn({}, ...args);

/** What is refused before any thread starts needs no process of its own. */
export async function refuse(...args: string[]): Promise<{ code: number; err: string }> {
  const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const code = await runEvaluate(['evaluate', ...args]);
    expect(out).not.toHaveBeenCalled();
    return { code, err: err.mock.calls.map(([text]) => String(text)).join('') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

/** A temporary folder for the sets of each test: `at()` is its path, `put` writes a file into it. */
export function useSetFolder() {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eyeline-evaluation-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const at = (...names: string[]): string => join(folder, ...names);
  const put = (name: string, bytes: string | Uint8Array): void => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), bytes);
  };
  return { at, put };
}
