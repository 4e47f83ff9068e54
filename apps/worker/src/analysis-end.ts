import { type AppError, expiryOf } from '@eyeline/contracts';
import { type AnalysisRow, type AttemptId, type Database } from '@eyeline/database';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';

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
    const frames = objectKeys.frames(row.id, row.attempt);
    for await (const { key } of this.storage.list(objectKeys.attempt(row.id, row.attempt))) {
      if (key !== frames) await this.storage.delete(key);
    }
    if (row.options.retain_video_hours === 0) await this.removeVideo(row);
  }
}
