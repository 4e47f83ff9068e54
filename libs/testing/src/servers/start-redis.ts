import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { findFreePort } from '@eyeline/embedded';

import { type KillableServer } from './running-server.js';

/**
 * A real Redis on a free port, which keeps nothing on the disk; `settings` as in redis.conf say otherwise.
 *
 * @throws Error that says how to install it, where `redis-server` is missing
 */
export async function startRedis(
  settings: { port?: number; [name: string]: string | number | undefined } = {},
): Promise<KillableServer> {
  const port = settings.port ?? (await findFreePort());
  const options = { bind: '127.0.0.1', save: '', appendonly: 'no', dir: tmpdir(), ...settings, port };
  const server = spawn(
    'redis-server',
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = new Promise<void>((done) => server.once('exit', () => done()));
  let printed = '';
  await new Promise<void>((ready, failed) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes('Ready to accept connections')) ready();
    });
    server.once('error', (cause: NodeJS.ErrnoException) =>
      failed(
        cause.code === 'ENOENT'
          ? new Error('redis-server is not installed: `apt-get install redis-server`, or run `npm test`.', {
              cause,
            })
          : cause,
      ),
    );
    server.once('exit', () => failed(new Error(`redis-server did not start:\n${printed}`)));
  });
  server.stdout.removeAllListeners('data').resume();
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode === null && server.signalCode === null) server.kill(signal);
    await exited;
  };
  return { url: `redis://127.0.0.1:${port}`, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
