import { type AppError, expiryOf, type Report } from '@eyeline/contracts';
import { type AnalysisRow, type AttemptId, type Database } from '@eyeline/database';
import { isResult, objectKeys, type ObjectStorage } from '@eyeline/storage';

import { type Logger } from './logger.js';

/** How an analysis ends badly, and what is cleared away when it has ended in whatever way. */
export class AnalysisEnd {
  constructor(
    private readonly database: Database,
    private readonly storage: ObjectStorage,
    private readonly retainReportDays: number,
  ) {}

  /** When the row of an analysis that ends now goes. */
  rowExpiry(): Date {
    return expiryOf(this.retainReportDays);
  }

  /** The report is written and the analysis completed, unless it has ended already: then false. */
  async complete(id: AttemptId, report: Report, log: Logger): Promise<boolean> {
    if (!(await this.database.attempts.complete(id, report, this.rowExpiry()))) return false;
    log.info(
      { frames: report.total_frames_analyzed, faces: report.faces.length, gaps: report.sampling.gaps.length },
      'analysis completed',
    );
    await this.removeLeftovers(id);
    return true;
  }

  /** The problem becomes the analysis's error unless it has ended already. The video stays for its time. */
  async fail(id: AttemptId, error: AppError): Promise<void> {
    await this.database.attempts.fail(id, error.toProblem(null), this.rowExpiry());
    await this.removeLeftovers(id);
  }

  /**
   * Deletes what the row says is of no more use. It looks at nothing but the row, so that it may run after each end
   * and again by each job that finds itself stale: a crash in the middle of it is made up for by whoever comes next.
   */
  async removeLeftovers({ analysisId, attempt }: AttemptId): Promise<void> {
    const row = await this.database.analyses.findById(analysisId);
    if (row === null) {
      await this.storage.deletePrefix(objectKeys.all(analysisId));
    } else if (row.attempt !== attempt || row.status === 'failed' || row.status === 'canceled') {
      await this.storage.deletePrefix(objectKeys.attempt(analysisId, attempt));
    } else if (row.status === 'completed') {
      await this.removeAllButResults(row);
    }
  }

  /** Deletes the stored video if it has passed its time; the row knows first, so that nobody starts it anew. */
  async removeVideo({ id, videoKey }: AnalysisRow): Promise<boolean> {
    const isMine = await this.database.upkeep.claimVideo(id, new Date());
    if (isMine) await this.storage.delete(videoKey);
    return isMine;
  }

  private async removeAllButResults(row: AnalysisRow): Promise<void> {
    for await (const { key } of this.storage.list(objectKeys.attempt(row.id, row.attempt))) {
      if (!isResult(key)) await this.storage.delete(key);
    }
    if (row.options.retain_video_hours === 0) await this.removeVideo(row);
  }
}
