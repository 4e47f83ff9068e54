import { createClient, type FrameRecord } from '@eyeline/client/browser';

import { packError } from '../threads/pack-error.js';
import { FrameArchive } from './frame-archive.js';
import { FrameSeriesBuilder } from './frame-series-builder.js';
import { type FramesMessage, type FramesOrder } from './messages.js';
import { readLines } from './read-lines.js';

/** Often enough for a bar that moves. */
const TELL_EVERY_MS = 200;

const tell = (message: FramesMessage): void => self.postMessage(message);

let archive: FrameArchive | null = null;

/** Reads all frames of an analysis beside the page, which goes on moving meanwhile, and keeps them for its questions. */
async function read(id: string): Promise<void> {
  const client = createClient({ baseUrl: self.location.origin, maxRetries: 2 });
  const builder = new FrameSeriesBuilder();
  let toldAtMs = 0;
  for await (const lines of readLines(await client.framesFile(id, 'ndjson'))) {
    let timeS: number | null = null;
    for (const line of lines) {
      const record = JSON.parse(line) as FrameRecord;
      builder.add(record);
      timeS = record.t_s;
    }
    if (timeS === null || performance.now() < toldAtMs + TELL_EVERY_MS) continue;
    toldAtMs = performance.now();
    tell({ kind: 'progress', timeS });
  }
  archive = new FrameArchive(builder.finish());
  tell({ kind: 'done', stepS: archive.stepS });
}

self.addEventListener('message', ({ data }: MessageEvent<FramesOrder>) => {
  if (data.kind === 'read') {
    read(data.id).catch((error: unknown) => tell({ kind: 'failed', failure: packError(error) }));
  } else if (archive !== null) {
    tell({ kind: 'answer', answer: archive.answer(data.question), number: data.number });
  }
});
