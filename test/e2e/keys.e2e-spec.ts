import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type EmbeddedStack, startEmbeddedStack } from '@eyeline/testing';

// Real: everything. The command finds the database of the running stack by its data folder.

const root = resolve(__dirname, '../..');

describe('npm run keys', () => {
  let stack: EmbeddedStack;

  beforeAll(async () => {
    stack = await startEmbeddedStack();
  });

  afterAll(() => stack?.stop());

  async function keys(args: string[], environment: NodeJS.ProcessEnv = {}) {
    const child = spawn(process.execPath, ['scripts/keys.mjs', ...args], {
      cwd: root,
      env: { ...process.env, EYELINE_DATA_DIR: stack.dataDir, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const exitCode = await new Promise<number | null>((done) => child.once('close', done));
    return { exitCode, stdout, stderr };
  }

  it('makes the first key of a stack that runs, which closes the door to all others', async () => {
    expect((await stack.client.request('/v1/analyses')).status).toBe(200);
    const made = await keys(['create', 'ci', '--json']);
    expect(made).toMatchObject({ exitCode: 0 });
    const { key, id } = JSON.parse(made.stdout) as { key: string; id: string };
    const ask = async (headers: Record<string, string>) =>
      (await stack.client.request('/v1/analyses', { headers })).status;
    expect(await ask({ Authorization: `Bearer ${key}` })).toBe(200);
    expect(await ask({})).toBe(401);

    expect(await keys(['revoke', id])).toMatchObject({ exitCode: 0, stdout: `Revoked ${id}.\n` });
    expect((await keys(['list'])).stdout).toContain(id);
  });

  it('says what to do when nothing runs', async () => {
    const { exitCode, stdout, stderr } = await keys(['list'], { EYELINE_DATA_DIR: resolve(root, 'nowhere') });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/No Eyeline runs on the data folder .*npm start/s);
    expect(stderr).not.toMatch(/\bat .*\(/);
  });
});
