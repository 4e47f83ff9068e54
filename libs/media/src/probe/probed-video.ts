import { type ColorMatrix } from '@eyeline/contracts';

export type Rotation = 0 | 90 | 180 | 270;

/** What is known of a video before a frame is decoded. Sizes are those of the upright picture. */
export interface ProbedVideo {
  /** Where the picture ends, in seconds from the start of the video. */
  readonly durationS: number;
  readonly width: number;
  readonly height: number;
  /** Degrees by which the stored picture has to be turned clockwise. */
  readonly rotation: Rotation;
  /** Width by height of a pixel of the upright picture; 1 nearly always. */
  readonly pixelAspect: number;
  /** Average frames a second. */
  readonly fps: number;
  readonly codec: string;
  /** Whether its luma says that it goes from 0 to 255, in the bitstream or in the container; else it is 16 to 235. */
  readonly fullRange: boolean;
  /** By what its colours are to be read; a guess where the file does not say. */
  readonly colorMatrix: ColorMatrix;
  readonly container: string;
  readonly variableFrameRate: boolean;
  /** First timestamp of the container, which is time 0 of the video. */
  readonly startS: number;
  /** Place of the picture among the container's streams. */
  readonly streamIndex: number;
  /** Seconds a tick of the picture's timestamps, as a fraction: "1/90000". */
  readonly timeBase: string;
  /** Whether the duration is stated for the picture itself, so that an earlier end means a file cut short. */
  readonly durationIsStated: boolean;
}
