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
import { checkFrame } from './check-frame.js';
import { LumaPyramid } from './image/luma-pyramid.js';
import { type RequestedProvider } from './runtime/execution-provider.js';
import { readsColor } from './runtime/model-input.js';
import { type LoadedModels, loadModels } from './runtime/model-loader.js';
import { type ModelChoice } from './runtime/model-store.js';
import { type FoundFaces, toFrameObservation } from './to-observation.js';

/** After so many frames without a single success the fault lies not in the frames. */
const MAX_FAILURES_BEFORE_SUCCESS = 5;

/**
 * Focal length by the longer side of the picture: about what phones and webcams have (53 degrees across).
 * Head pose and gaze in camera coordinates rest on it, the camera angle does not.
 */
const FOCAL_BY_SIDE = 1;

export interface FrameAnalyserSettings {
  readonly executionProvider: RequestedProvider;
  /** Networks other than the default ones. */
  readonly models?: ModelChoice;
  readonly options: Pick<AnalysisOptions, 'min_face_size' | 'max_faces'>;
  /** Pixels of the upright source video: what regions are given in, unless a frame comes with a size of its own. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A frame, and the pixels of the upright picture that it was made from. */
export interface SourcedFrame {
  readonly frame: LumaFrame;
  readonly source: Size;
}

/**
 * One frame -> what is to be seen of the faces in it, from that frame alone: no result depends on an earlier
 * frame, so a video may be cut anywhere. Runs on the calling thread (a worker thread); one call at a time.
 *
 * @example
 * const analyser = await FrameAnalyser.load({ executionProvider: 'cpu', options, sourceWidth: 1280, sourceHeight: 720 });
 * const { faces } = await analyser.analyse(frame);
 */
export class FrameAnalyser {
  readonly engine: Engine;
  /** Why a better execution provider is not used, a line each. */
  readonly fallbacks: readonly string[];
  /** Whether one of the networks reads colours: frames have to come with them, and else may come without. */
  readonly readsColor: boolean;
  /** What made the last `failed` frame fail. */
  lastFailure: unknown = null;

  /** One for each frame that was looked at together with others, used again. */
  private readonly pyramids: LumaPyramid[] = [];
  private readonly finder: FaceFinder;
  private readonly analysers: readonly Analyser[];
  private failuresBeforeSuccess: number | null = 0;

  private constructor(
    private readonly models: LoadedModels,
    private readonly settings: FrameAnalyserSettings,
  ) {
    this.engine = {
      models: models.references,
      ...(models.compared !== null && { comparedModel: models.compared.reference }),
      executionProvider: models.provider,
    };
    this.fallbacks = models.fallbacks;
    const sessions = [
      ...Object.values(models.sessions),
      ...(models.compared ? [models.compared.session] : []),
    ];
    this.readsColor = sessions.some(({ manifest }) => readsColor(manifest.input));
    this.finder = new FaceFinder(models.sessions.detector);
    this.analysers = createAnalysers(models);
  }

  /** @throws {AppError} internal, naming the file, when a network is missing or not what its manifest says */
  static async load(settings: FrameAnalyserSettings): Promise<FrameAnalyser> {
    return new FrameAnalyser(await loadModels(settings.executionProvider, settings.models), settings);
  }

  /**
   * A fault in the inference of one frame gives the outcome `failed`, its cause in `lastFailure`.
   *
   * @throws {AppError} internal when the frame does not hold as many bytes as its size says, or no colours although they are read,
   * or when not one of the first frames worked
   */
  async analyse(frame: LumaFrame): Promise<FrameObservation> {
    const { sourceWidth: width, sourceHeight: height } = this.settings;
    const [observation] = await this.analyseAll([{ frame, source: { width, height } }]);
    return observation;
  }

  /**
   * Frames that have nothing to do with each other, each network run once for all where it can be.
   *
   * @returns an observation a frame
   * @throws {AppError} as `analyse`
   */
  async analyseAll(frames: readonly SourcedFrame[]): Promise<FrameObservation[]> {
    for (const { frame } of frames) checkFrame(frame, this.readsColor);
    if (frames.length === 0) return [];
    try {
      const observations = await this.look(frames);
      this.failuresBeforeSuccess = null;
      return observations;
    } catch (cause) {
      if (frames.length > 1) return this.analyseOneByOne(frames);
      return [this.fail(frames[0].frame, cause)];
    }
  }

  /** Frees the networks. The analyser is of no use afterwards. */
  async dispose(): Promise<void> {
    const { sessions, compared } = this.models;
    await compared?.session.dispose();
    await Promise.all(Object.values(sessions).map((session) => session.dispose()));
  }

  /** What fails on one frame must not cost the others their answer. */
  private async analyseOneByOne(frames: readonly SourcedFrame[]): Promise<FrameObservation[]> {
    const observations: FrameObservation[] = [];
    for (const frame of frames) observations.push(...(await this.analyseAll([frame])));
    return observations;
  }

  private fail({ tS }: LumaFrame, cause: unknown): FrameObservation {
    this.lastFailure = cause;
    if (this.failuresBeforeSuccess !== null && ++this.failuresBeforeSuccess >= MAX_FAILURES_BEFORE_SUCCESS) {
      throw new AppError('internal', { detail: 'The networks fail on every frame.', cause });
    }
    return { tS, outcome: 'failed', facesDropped: 0, faces: [] };
  }

  private async look(frames: readonly SourcedFrame[]): Promise<FrameObservation[]> {
    const views = frames.map(({ frame }, i): FrameView => {
      const pyramid = (this.pyramids[i] ??= new LumaPyramid());
      pyramid.reset(frame);
      return { pyramid, focalPx: FOCAL_BY_SIDE * Math.max(frame.width, frame.height) };
    });
    const found = await this.findFaces(frames, views);
    const all = found.flatMap(({ faces }) => faces);
    if (all.length > 0) for (const analyse of this.analysers) await analyse(all);
    return frames.map(({ frame, source }, i) => toFrameObservation(frame, source, found[i]));
  }

  /** Of each frame, the faces that are large enough, the largest first, no more than `max_faces`. */
  private async findFaces(
    frames: readonly SourcedFrame[],
    views: readonly FrameView[],
  ): Promise<FoundFaces[]> {
    const { options } = this.settings;
    const result = new Array<FoundFaces>(frames.length);
    for (const group of groupBySize(frames)) {
      const candidates = await this.finder.find(group.map((i) => views[i].pyramid));
      group.forEach((i, n) => {
        const { frame, source } = frames[i];
        const minSide = options.min_face_size * (frame.width / source.width);
        const large = candidates[n]
          .filter(({ w, h }) => Math.min(w, h) >= minSide)
          .sort((a, b) => b.w * b.h - a.w * a.h);
        const kept = large.slice(0, options.max_faces);
        const faces = kept.map((candidate) => new Face(candidate, views[i]));
        result[i] = { faces, dropped: large.length - kept.length };
      });
    }
    return result;
  }
}

/** Places of frames of one size, which the detector takes together. */
function groupBySize(frames: readonly SourcedFrame[]): number[][] {
  const groups = new Map<string, number[]>();
  frames.forEach(({ frame: { width, height } }, i) => {
    const size = `${width}x${height}`;
    groups.set(size, [...(groups.get(size) ?? []), i]);
  });
  return [...groups.values()];
}
