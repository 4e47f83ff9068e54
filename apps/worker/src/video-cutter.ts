import { type AnalysisPlan } from '@eyeline/contracts';
import { type AttemptId } from '@eyeline/database';
import { openPiece } from '@eyeline/media';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';

/** Cuts a video into objects of their own, so that a worker fetches the piece that it works on and not the whole. */
export class VideoCutter {
  constructor(private readonly storage: ObjectStorage) {}

  /** The plan with the pieces that were stored; a video that stays in one piece is left as it is. */
  async cut(
    path: string,
    plan: AnalysisPlan,
    { analysisId, attempt }: AttemptId,
    signal: AbortSignal,
  ): Promise<AnalysisPlan> {
    if (plan.segments.length === 1) return plan;
    const segments: AnalysisPlan['segments'] = [];
    for (const [index, segment] of plan.segments.entries()) {
      const key = objectKeys.piece(analysisId, attempt, index);
      const { startS, endS } = segment;
      // From ffmpeg straight into the storage: nothing of a piece lies on this machine.
      const { streamIndex, containerStartS } = plan;
      const piece = openPiece(path, { streamIndex, containerStartS, startS, endS, signal });
      const [{ sha256 }] = await Promise.all([this.storage.put(key, piece.bytes, { signal }), piece.ended]);
      segments.push({ ...segment, object: { key, sha256 } });
    }
    return { ...plan, segments };
  }
}
