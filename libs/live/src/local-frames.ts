import { type LaneAnswer, LanePool } from '@eyeline/lanes';
import { type FrameAnalyserSettings } from '@eyeline/vision';

import { FrameBatcher } from './frame-batcher.js';
import { type FrameTask } from './frame-lane.js';
import { Admission, type LiveFrames } from './live-frames.js';
import { type Look, type LookAtImage } from './look.js';

export interface LocalFramesSettings {
  /** Threads that decode and infer; started one by one, as frames come. */
  readonly lanes: number;
  /** Frames that are in hand at once, those included that are still being received. */
  readonly maxFrames: number;
  readonly maxPixels: number;
  readonly executionProvider: FrameAnalyserSettings['executionProvider'];
  /** Networks other than the default ones. */
  readonly models?: FrameAnalyserSettings['models'];
  /** Hears of a thread that died between two frames. */
  readonly onIdleCrash: (error: Error) => void;
  /** What the threads run, if not the lane as it is compiled beside this file. */
  readonly laneFile?: URL;
}

/** On threads of this process; nothing is loaded before the first frame comes. */
export class LocalFrames implements LiveFrames {
  private readonly admission: Admission;
  private lanes: Promise<Lanes> | null = null;

  constructor(private readonly settings: LocalFramesSettings) {
    this.admission = new Admission(settings.maxFrames);
  }

  admit<T>(work: (look: LookAtImage) => Promise<T>): Promise<T> {
    return this.admission.admit(() => work((image, signal) => this.look(image, signal)));
  }

  /** Waits for the frames on the threads, then ends them. */
  async close(): Promise<void> {
    const lanes = await this.lanes?.catch(() => null);
    await lanes?.pool.close();
  }

  private async look(image: Uint8Array, signal: AbortSignal): Promise<Look> {
    const { batcher } = await this.openLanes();
    return batcher.look(image, signal);
  }

  private openLanes(): Promise<Lanes> {
    this.lanes ??= this.startLanes().catch((error: unknown) => {
      this.lanes = null;
      throw error;
    });
    return this.lanes;
  }

  private async startLanes(): Promise<Lanes> {
    // sharp's native library has to be loaded by the main thread before any other, and to stay (sharp, "Worker threads"); and what
    // it may read is settled before a thread decodes.
    await import('./decode-image.js');
    const { lanes: threads, onIdleCrash, laneFile, ...settings } = this.settings;
    const { maxPixels, executionProvider, models } = settings;
    const file = laneFile ?? new URL('./frame-lane.js', import.meta.url);
    const pool = new LanePool<FrameTask, LaneAnswer<Look>[]>(file, { threads, onIdleCrash });
    return { pool, batcher: new FrameBatcher(pool, threads, { maxPixels, executionProvider, models }) };
  }
}

interface Lanes {
  readonly pool: LanePool<FrameTask, LaneAnswer<Look>[]>;
  readonly batcher: FrameBatcher;
}
