import {
  type AnalysisOptions,
  AppError,
  type Engine,
  type FrameObservation,
  type LumaFrame,
} from '@eyeline/contracts';

import { FaceFinder } from './analysers/detector/face-finder.js';
import { type Analyser, Face, type FrameView } from './analysers/face.js';
import { createAnalysers } from './analysers/registry.js';
import { meanLuma } from './image/luma-image.js';
import { LumaPyramid } from './image/luma-pyramid.js';
import { type RequestedProvider } from './runtime/execution-provider.js';
import { type LoadedModels, loadModels } from './runtime/model-loader.js';
import { toObservation } from './to-observation.js';

/** A frame whose mean luma (0-255) is below this, and in which no face is found, is too dark to say that nobody is there. */
export const DARK_MEAN_LUMA = 16;

/** After so many frames without a single success the fault lies not in the frames. */
const MAX_FAILURES_BEFORE_SUCCESS = 5;

/**
 * Focal length by the longer side of the picture: about what phones and webcams have (53 degrees across).
 * Head pose and gaze in camera coordinates rest on it, the camera angle does not.
 */
const FOCAL_BY_SIDE = 1;

export interface FrameAnalyserSettings {
  readonly executionProvider: RequestedProvider;
  readonly options: Pick<AnalysisOptions, 'min_face_size' | 'max_faces'>;
  /** Pixels of the upright source video: what regions are given in, unless a frame comes with a size of its own. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * One grey frame -> what is to be seen of the faces in it, from that frame alone: no result depends on an earlier
 * frame, so a video may be cut anywhere. Runs on the calling thread (a worker thread); one frame at a time.
 *
 * @example
 * const analyser = await FrameAnalyser.load({ executionProvider: 'cpu', options, sourceWidth: 1280, sourceHeight: 720 });
 * const { faces } = await analyser.analyse(frame);
 */
export class FrameAnalyser {
  readonly engine: Engine;
  /** Why a better execution provider is not used, a line each. */
  readonly fallbacks: readonly string[];
  /** What made the last `failed` frame fail. */
  lastFailure: unknown = null;

  private readonly pyramid = new LumaPyramid();
  private readonly finder: FaceFinder;
  private readonly analysers: readonly Analyser[];
  private failuresBeforeSuccess: number | null = 0;

  private constructor(
    private readonly models: LoadedModels,
    private readonly settings: FrameAnalyserSettings,
  ) {
    this.engine = { models: models.references, executionProvider: models.provider };
    this.fallbacks = models.fallbacks;
    this.finder = new FaceFinder(models.sessions.detector);
    this.analysers = createAnalysers(models);
  }

  /** @throws {AppError} internal, naming the file, when a network is missing or not the one its manifest names */
  static async load(settings: FrameAnalyserSettings): Promise<FrameAnalyser> {
    return new FrameAnalyser(await loadModels(settings.executionProvider), settings);
  }

  /**
   * A fault in the inference of one frame gives the outcome `failed`, its cause in `lastFailure`.
   *
   * @param source pixels of the upright picture that the frame was made from, where it is none of one video
   * @throws {AppError} internal when the frame does not hold as many bytes as its size says, or when not one of the first frames worked
   */
  async analyse(frame: LumaFrame, source: Size = this.videoSize()): Promise<FrameObservation> {
    if (frame.data.length !== frame.width * frame.height) {
      throw new AppError('internal', {
        detail: `A frame of ${frame.width}x${frame.height} came with ${frame.data.length} bytes.`,
      });
    }
    try {
      const observation = await this.look(frame, source);
      this.failuresBeforeSuccess = null;
      return observation;
    } catch (cause) {
      this.lastFailure = cause;
      if (
        this.failuresBeforeSuccess !== null &&
        ++this.failuresBeforeSuccess >= MAX_FAILURES_BEFORE_SUCCESS
      ) {
        throw new AppError('internal', { detail: 'The networks fail on every frame.', cause });
      }
      return { tS: frame.tS, outcome: 'failed', facesDropped: 0, faces: [] };
    }
  }

  /** Frees the networks. The analyser is of no use afterwards. */
  async dispose(): Promise<void> {
    await Promise.all(Object.values(this.models.sessions).map((session) => session.dispose()));
  }

  private videoSize(): Size {
    return { width: this.settings.sourceWidth, height: this.settings.sourceHeight };
  }

  private async look(frame: LumaFrame, source: Size): Promise<FrameObservation> {
    this.pyramid.reset(frame);
    const { faces, dropped } = await this.findFaces(frame, source);
    if (faces.length === 0) {
      const outcome = meanLuma(frame) < DARK_MEAN_LUMA ? 'skipped_dark' : 'analyzed';
      return { tS: frame.tS, outcome, facesDropped: 0, faces: [] };
    }
    const view: FrameView = {
      pyramid: this.pyramid,
      focalPx: FOCAL_BY_SIDE * Math.max(frame.width, frame.height),
    };
    for (const analyse of this.analysers) await analyse(view, faces);
    return {
      tS: frame.tS,
      outcome: 'analyzed',
      facesDropped: dropped,
      faces: faces.map((face) => toObservation(face, frame, source.width, source.height)),
    };
  }

  /** Faces that are large enough, the largest first, no more than `max_faces`. */
  private async findFaces(frame: LumaFrame, source: Size): Promise<{ faces: Face[]; dropped: number }> {
    const { options } = this.settings;
    const minSide = options.min_face_size * (frame.width / source.width);
    const found = (await this.finder.find(this.pyramid))
      .filter(({ w, h }) => Math.min(w, h) >= minSide)
      .sort((a, b) => b.w * b.h - a.w * a.h);
    const kept = found.slice(0, options.max_faces);
    return { faces: kept.map((candidate) => new Face(candidate)), dropped: found.length - kept.length };
  }
}
