import { Readable } from 'node:stream';

import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type Database } from '@eyeline/database';
import { type JobQueue } from '@eyeline/queue';
import { SourceFetcher } from '@eyeline/sources';
import { type ObjectStorage } from '@eyeline/storage';

import { type AnalysisJob, type AnalysisProcessor } from '../jobs/analysis-job.js';
import { findCurrentAnalysis } from '../jobs/find-current-analysis.js';
import { StaleJob } from '../jobs/stale-job.js';
import { PROGRESS } from '../progress.js';
import { CONFIG, DATABASE, QUEUE, STORAGE } from '../tokens.js';

/**
 * Copies the video from its address into the storage, from where on it is like an uploaded one. The row knows of the
 * video only when all of it is stored, together with the job that goes on.
 */
@Injectable()
export class FetchSourceProcessor implements AnalysisProcessor<'fetch-source'> {
  readonly name = 'fetch-source';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(QUEUE) private readonly queue: JobQueue,
    private readonly fetcher: SourceFetcher,
  ) {}

  async process(job: AnalysisJob<'fetch-source'>): Promise<void> {
    const { payload, row, signal, log, beat } = job;
    const { sourceUrl, videoKey } = row;
    // An earlier run has fetched it, and died before the queue knew.
    if (sourceUrl === null || row.videoBytes !== null) return;
    if (!(await this.database.attempts.start(payload, 'fetching'))) throw new StaleJob();
    let share = 0;
    beat.tell(() => this.database.attempts.advance(payload, { progress: share * PROGRESS.fetched }));
    const { maxUploadBytes: maxBytes } = this.config;
    const stored = await this.fetcher.fetch(
      sourceUrl,
      (bytes) => this.storage.put(videoKey, this.endIfCurrent(bytes, job), { maxBytes, signal }),
      { maxBytes, signal, onProgress: (received, total) => (share = total === null ? 0 : received / total) },
    );
    if (!(await this.database.attempts.setFetched(payload, stored))) throw new StaleJob();
    log.info({ size_bytes: stored.sizeBytes }, 'video fetched');
    await this.database.outbox.drain(({ jobName, payload: next, ...options }) =>
      this.queue.enqueue(jobName, next as never, options),
    );
  }

  /**
   * The last byte is held back from a video that nobody waits for any more: a worker that was frozen for long must not
   * replace what another has fetched meanwhile.
   */
  private endIfCurrent(bytes: Readable, { payload }: AnalysisJob<'fetch-source'>): Readable {
    const { database } = this;
    const check = async function* () {
      yield* bytes as AsyncIterable<Buffer>;
      const { videoBytes } = await findCurrentAnalysis(database, payload);
      if (videoBytes !== null) throw new StaleJob();
    };
    return Readable.from(check());
  }
}
