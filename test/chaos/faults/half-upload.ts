import { readdir, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { listUnfinishedUploads } from '@eyeline/testing';

import { type ChaosStack } from '../chaos-stack.js';

/** More than one part of an upload in parts, whose first is then stored. */
const SENT = Buffer.alloc(12 * 1024 * 1024, 'x');

const LIMIT_MS = 30_000;

/**
 * Begins an upload that never ends, and resolves when the storage holds a part of it. Its connection breaks with the API.
 *
 * @throws Error when the storage never does
 */
export async function startHalfUpload(stack: ChaosStack): Promise<void> {
  const upload = request(`${stack.apiUrl}/v1/analyses`, {
    method: 'POST',
    headers: { 'content-type': 'video/mp4', 'content-length': 2 * SENT.byteLength },
  });
  upload.on('error', () => undefined); // the API is going to be killed
  upload.write(SENT);
  const untilMs = Date.now() + LIMIT_MS;
  while (!(await holdsPart(stack))) {
    if (Date.now() > untilMs) throw new Error('The API does not store what it is sent.');
    await sleep(100);
  }
}

async function holdsPart({ storageSettings }: ChaosStack): Promise<boolean> {
  if (storageSettings.kind === 's3') return (await listUnfinishedUploads(storageSettings)).length > 0;
  const folder = join(storageSettings.root, '.incoming');
  // Workers write there too, but nothing that large.
  const sizes = await Promise.all((await readdir(folder)).map((name) => sizeOf(join(folder, name))));
  return sizes.some((bytes) => bytes > SENT.byteLength / 4);
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0, // published meanwhile
  );
