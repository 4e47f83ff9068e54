import { createClient } from '@eyeline/client/browser';

import { packError } from '../threads/pack-error.js';
import { type ReportMessage } from './read-report.js';
import { splitReport } from './report-pieces.js';

const tell = (message: ReportMessage): void => self.postMessage(message);

/** Fetches and parses a report beside the page. */
async function read(id: string): Promise<void> {
  const client = createClient({ baseUrl: self.location.origin, maxRetries: 2 });
  for (const piece of splitReport(await client.report(id))) tell(piece);
  tell({ kind: 'done' });
}

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  read(data).catch((error: unknown) => tell({ kind: 'failed', failure: packError(error) }));
});
