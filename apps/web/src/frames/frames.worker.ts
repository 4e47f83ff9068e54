import { createClient, type FrameRecord } from '@eyeline/client/browser';

import { buffersOf } from './frame-series.js';
import { FrameSeriesBuilder } from './frame-series-builder.js';
import { type FramesMessage, packError } from './messages.js';
import { readLines } from './read-lines.js';

const tell = (message: FramesMessage, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

/** Reads all frames of an analysis beside the page, which goes on moving meanwhile. */
async function read(id: string): Promise<void> {
  const client = createClient({ baseUrl: self.location.origin, maxRetries: 2 });
  const builder = new FrameSeriesBuilder();
  for await (const lines of readLines(await client.framesFile(id, 'ndjson'))) {
    let timeS: number | null = null;
    for (const line of lines) {
      const record = JSON.parse(line) as FrameRecord;
      builder.add(record);
      timeS = record.t_s;
    }
    if (timeS !== null) tell({ kind: 'progress', timeS });
  }
  const series = builder.finish();
  tell({ kind: 'done', series }, buffersOf(series));
}

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  read(data).catch((error: unknown) => tell({ kind: 'failed', failure: packError(error) }));
});
