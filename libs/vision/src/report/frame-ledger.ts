import { type FrameObservation } from '@eyeline/contracts';

/** What became of every frame that sampling chose and the decoder delivered. */
export class FrameLedger {
  decoded = 0;
  analyzed = 0;
  skippedDark = 0;
  failed = 0;
  /** Analysed frames in which there were more faces than `max_faces` lets through. */
  crowded = 0;

  add(frame: FrameObservation): void {
    this.decoded++;
    if (frame.outcome === 'analyzed') this.analyzed++;
    else if (frame.outcome === 'skipped_dark') this.skippedDark++;
    else this.failed++;
    if (frame.facesDropped > 0) this.crowded++;
  }
}
