import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Report, reportSchema } from '@eyeline/contracts';
import { fixture } from '@eyeline/testing';

// Real: everything, through `npm run demo`'s own entry point.

jest.setTimeout(120_000);

const root = resolve(__dirname, '../..');

describe('the demo', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eyeline-demo-test-'));
    await chmod(folder, 0o755); // PostgreSQL's system user has to pass through
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** With temporary files in our folder, to see what stays behind. */
  async function runDemo(args: string[], interruptAt?: string) {
    const demo = spawn(process.execPath, ['scripts/demo.mjs', ...args], {
      cwd: root,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a group of its own, to interrupt as a terminal does
    });
    let stdout = '';
    let stderr = '';
    demo.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    demo.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (interruptAt !== undefined && stderr.includes(interruptAt))
        process.kill(-Number(demo.pid), 'SIGINT');
    });
    const exitCode = await new Promise<number | null>((done) => demo.once('close', done));
    return { exitCode, stdout, stderr };
  }

  const leftBehind = async () => (await readdir(folder)).filter((name) => name.startsWith('eyeline-demo-'));

  it('prints exactly one report with --json, and leaves nothing behind', async () => {
    const { exitCode, stdout, stderr } = await runDemo([fixture('average-person.mp4'), '--json']);
    expect(stderr).toContain('100 %');
    const report: Report = reportSchema.parse(JSON.parse(stdout));
    expect(report.faces).toHaveLength(1);
    expect(exitCode).toBe(0);
    expect(await leftBehind()).toEqual([]);
  });

  it('draws a summary of the bundled clip when nothing is asked', async () => {
    const { exitCode, stdout } = await runDemo([]);
    expect(stdout).toMatch(/Emotions over time[^]*happy[^]*Eye contact[^]*times real time/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(exitCode).toBe(0);
  });

  it('ends with 1 and the code when the analysis failed', async () => {
    const path = join(folder, 'text.mp4');
    await writeFile(path, 'these are words, not pictures\n'.repeat(100));
    const { exitCode, stdout, stderr } = await runDemo([path, '--json']);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/text\.mp4 could not be analysed: .*\(unsupported_media\)/);
    expect(exitCode).toBe(1);
    expect(await leftBehind()).toEqual([]);
  });

  it('ends with 2 before anything is started when the file is not there', async () => {
    const { exitCode, stderr } = await runDemo(['nowhere.mp4']);
    expect(stderr.trim()).toBe('There is no file nowhere.mp4.');
    expect(exitCode).toBe(2);
  });

  it('leaves nothing behind after Ctrl-C', async () => {
    const { exitCode, stdout } = await runDemo([fixture('average-people-2.mp4')], 'Uploading');
    expect(exitCode).toBe(130);
    expect(stdout).toBe('');
    expect(await leftBehind()).toEqual([]);
  });
});
