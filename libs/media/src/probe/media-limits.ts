/** What an installation takes. */
export interface MediaLimits {
  readonly maxDurationS: number;
  /** Pixels of one frame. */
  readonly maxPixels: number;
}
