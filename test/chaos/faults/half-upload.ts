import { once } from 'node:events';
import { request } from 'node:http';

import { type ChaosStack } from '../chaos-stack.js';

/** More than one part of an upload in parts, whose first is then stored. */
const SENT = Buffer.alloc(12 * 1024 * 1024, 'x');

/** Begins an upload that never ends, and resolves when the API has taken in so much. Its connection breaks with the API. */
export async function startHalfUpload({ apiUrl }: ChaosStack): Promise<void> {
  const upload = request(`${apiUrl}/v1/analyses`, {
    method: 'POST',
    headers: { 'content-type': 'video/mp4', 'content-length': 2 * SENT.byteLength },
  });
  upload.on('error', () => undefined); // the API is going to be killed
  const isTaken = upload.write(SENT);
  if (!isTaken) await once(upload, 'drain');
}
