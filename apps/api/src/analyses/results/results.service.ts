import { pipeline, Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AppError, type FrameRecord, type Report } from '@eyeline/contracts';
import { type AnalysisRow, type Database } from '@eyeline/database';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';
import { stringify } from 'csv-stringify';
import { type Logger } from 'pino';

import { type StreamedAnswer } from '../../common/http/stream-answer.js';
import { DATABASE, LOGGER, STORAGE } from '../../runtime/runtime.module.js';
import { type FramesQuery } from '../analyses.queries.js';
import { AnalysesService } from '../analyses.service.js';
import { FailedAnalysisError } from './failed-analysis.error.js';
import { locatePage, writePage } from './frame-page.js';
import { frameColumns, type FrameRow, frameRows } from './frame-table.js';
import { readLines } from './read-lines.js';
import { writeParquet } from './write-parquet.js';

/** What came out of an analysis that completed. */
@Injectable()
export class ResultsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly analyses: AnalysesService,
  ) {}

  async report(projectId: string, id: string): Promise<Report> {
    await this.findCompleted(projectId, id);
    const report = await this.database.analyses.findReport(projectId, id);
    if (report === null) throw new AppError('not_found', { detail: `The report of ${id} is gone.` });
    return report;
  }

  async frames(projectId: string, id: string, query: FramesQuery): Promise<StreamedAnswer> {
    const row = await this.findCompleted(projectId, id);
    const key = objectKeys.frames(id, row.attempt);
    const sizeBytes = await this.storage.size(key);
    if (sizeBytes === null) throw new AppError('not_found', { detail: `The frames of ${id} are gone.` });
    switch (query.format) {
      case 'json': {
        const offset = await locatePage(this.storage, key, sizeBytes, query.cursor);
        const open = (): Promise<Readable> => this.storage.get(key, { start: offset });
        const text = writePage(open, { offset, limit: query.limit, sizeBytes });
        return { body: Readable.from(text), type: 'application/json; charset=utf-8' };
      }
      case 'ndjson':
        return {
          body: await this.storage.get(key),
          type: 'application/x-ndjson',
          sizeBytes,
          fileName: `${id}.frames.ndjson`,
        };
      case 'csv':
        return {
          body: this.writeTable(await this.storage.get(key), row.options.landmarks),
          type: 'text/csv; charset=utf-8',
          fileName: `${id}.frames.csv`,
        };
      case 'parquet': {
        const rows = readRows(await this.storage.get(key));
        const table = writeParquet(rows, frameColumns(row.options.landmarks), { analysis_id: id });
        return {
          body: Readable.from(table, { objectMode: false }),
          type: 'application/vnd.apache.parquet',
          fileName: `${id}.frames.parquet`,
        };
      }
    }
  }

  private writeTable(lines: Readable, landmarks: boolean): Readable {
    const table = stringify({
      header: true,
      columns: frameColumns(landmarks),
      cast: { boolean: (value) => String(value) },
    });
    // The answer's own error handling sees the broken table; this says why it broke.
    return pipeline(Readable.from(readRows(lines)), table, (error) => {
      if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
        this.logger.error({ err: error }, 'a table broke off');
    });
  }

  /** @throws AppError not_found, not_ready, canceled; of a failed one its own error, as 409 */
  async findCompleted(projectId: string, id: string): Promise<AnalysisRow> {
    const row = await this.analyses.find(projectId, id);
    if (row.status === 'completed') return row;
    if (row.status === 'canceled')
      throw new AppError('canceled', { detail: `The analysis ${id} was canceled.` });
    if (row.error !== null) throw new FailedAnalysisError(row.error);
    throw new AppError('not_ready', { detail: `The analysis ${id} is ${row.status}.` });
  }
}

async function* readRows(lines: Readable): AsyncGenerator<FrameRow> {
  for await (const { bytes } of readLines(lines))
    yield* frameRows(JSON.parse(bytes.toString('utf8')) as FrameRecord);
}
