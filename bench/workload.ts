import { type LanesWorkload } from './workloads/analyse-on-lanes.js';
import { type ClipWorkload } from './workloads/read-clip.js';

/** What a child process is asked to do and to measure. */
export type Workload =
  | ({ readonly kind: 'decode-only' | 'frames-only' | 'vision' } & ClipWorkload)
  | ({ readonly kind: 'lanes' } & LanesWorkload);

/** What it answers: one line of JSON on standard output. */
export interface Measured {
  /** Frames that were decoded (decode-only) or handed over and analysed. */
  readonly frames: number;
  readonly wallS: number;
  readonly cpuS: number;
}
