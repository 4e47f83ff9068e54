import { type ModelReference } from './report.js';
import { type Region } from './frame-record.js';

/**
 * The inner hand-over types: media makes `LumaFrame`s, vision turns each into a `FrameObservation`
 * by looking at that frame alone, and the report is a pure function of the observations of a whole video.
 * Because nothing in an observation depends on an earlier frame, cutting a video into segments changes nothing.
 */

/**
 * What luma and chroma are made of red, green and blue by: ITU-R BT.601 (also of every JPEG), BT.709 (most videos in HD), BT.2020
 * (with constant weights, as most in UHD).
 */
export const COLOR_MATRICES = ['bt601', 'bt709', 'bt2020'] as const;

export type ColorMatrix = (typeof COLOR_MATRICES)[number];

/** The colours of a picture beside its luma: a number for 2 x 2 of its pixels, those at odd edges included; 128 = grey. */
export interface Chroma {
  readonly width: number;
  readonly height: number;
  /** Blue less luma, and red less luma, full range: `width * height` bytes each. */
  readonly cb: Uint8Array;
  readonly cr: Uint8Array;
  readonly matrix: ColorMatrix;
}

/** One picture in grey: full-range luma (0 = black, 255 = white), rows top to bottom, no padding. */
export interface LumaFrame {
  /** Decoder timestamp in seconds from the start of the video. */
  readonly tS: number;
  readonly width: number;
  readonly height: number;
  /** `width * height` bytes. Belongs to the stream: valid only until the next frame is asked for. */
  readonly data: Uint8Array;
  /** Its colours, where a network wants them; valid as long as `data`. */
  readonly chroma?: Chroma;
}

/** What one look at one face gives. Tracks, smoothing and the cone test come later, over the whole video. */
export interface FaceObservation {
  /** Pixels of the upright source video. */
  readonly region: Region;
  /** Detector score, 0-1. */
  readonly score: number;
  /** Seven probabilities in the order of `EMOTIONS`. */
  readonly emotions: Float32Array;
  /** The same by a second network, where one was asked. */
  readonly comparedEmotions?: Float32Array;
  readonly headPose: { readonly yawDeg: number; readonly pitchDeg: number; readonly rollDeg: number };
  /** Direction of the line of sight in camera coordinates (docs/outputs.md). */
  readonly gaze: { readonly yawDeg: number; readonly pitchDeg: number };
  /** Angle in degrees between the line of sight and the direction from the face to the camera. */
  readonly cameraAngleDeg: number;
  readonly eyesOpen: boolean;
  /** Whether the eyes are large enough in the analysed picture for their look to be told. */
  readonly eyesReadable: boolean;
  /** 0-1, from size, sharpness and pose (docs/outputs.md). */
  readonly quality: number;
  /** 68 iBUG points then the two pupils, x and y in units of the region: 140 numbers. */
  readonly landmarks: Float32Array;
  /** What tells people apart when paths cross: a short vector of unit length, of no use to identify anyone elsewhere. */
  readonly appearance: Float32Array;
}

/** Length of `FaceObservation.appearance`. */
export const APPEARANCE_LENGTH = 64;

/** Length of `FaceObservation.landmarks`: 70 points. */
export const LANDMARKS_LENGTH = 140;

export const FRAME_OUTCOMES = ['analyzed', 'skipped_dark', 'failed'] as const;

export type FrameOutcome = (typeof FRAME_OUTCOMES)[number];

/** One line of the ledger: a frame that sampling chose and the decoder delivered. */
export interface FrameObservation {
  readonly tS: number;
  readonly outcome: FrameOutcome;
  /** More faces were found than `max_faces` lets through. */
  readonly facesDropped: number;
  readonly faces: readonly FaceObservation[];
}

/** What looked at the frames. */
export interface Engine {
  readonly models: readonly ModelReference[];
  /** The network whose emotions stand beside those of the emotion network, where one was asked. */
  readonly comparedModel?: ModelReference;
  readonly executionProvider: string;
}
