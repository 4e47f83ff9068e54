import { type LumaFrame } from '@eyeline/contracts';

import { FaceFinder } from './analysers/detector/face-finder.js';
import { openFaceNetwork, type ReadFaces } from './analysers/emotion/face-network.js';
import { normaliseLandmarks } from './analysers/emotion/normalise-landmarks.js';
import { type Analyser, Face } from './analysers/face.js';
import { createLandmarkAnalyser } from './analysers/landmark-analyser.js';
import { checkFrame } from './check-frame.js';
import { LumaPyramid } from './image/luma-pyramid.js';
import { LANDMARK_NUMBERS, readsColor } from './runtime/model-input.js';
import { type LoadedModels, loadModels } from './runtime/model-loader.js';
import { ModelSession } from './runtime/model-session.js';
import { type ModelChoice, readBytes } from './runtime/model-store.js';
import { type InstalledModel } from './runtime/survey-models.js';

/**
 * The numbers in which classifiers are trained: what networks see in the largest face of a picture, which is found and placed
 * as in videos. On the CPU, on the calling thread, one call at a time.
 *
 * @example
 * const features = await FaceFeatures.load({ models, network: null });
 * const numbers = await features.read(frame, 20); // 136, or null where nobody is
 */
export class FaceFeatures {
  /** Whether one of the networks that are asked reads colours: frames have to come with them. */
  readonly readsColor: boolean;

  private readonly pyramid = new LumaPyramid();
  private readonly finder: FaceFinder;
  private readonly place: Analyser;

  private constructor(
    private readonly models: LoadedModels,
    private readonly network: ModelSession | null,
    private readonly ask: ReadFaces,
  ) {
    this.finder = new FaceFinder(models.sessions.detector);
    this.place = createLandmarkAnalyser(models);
    this.readsColor = [models.sessions.detector, network].some(
      (session) => session !== null && readsColor(session.manifest.input),
    );
  }

  /**
   * @param network whose output is read as it is; null: the numbers of `normaliseLandmarks`
   * @throws {AppError} internal, naming the file, when a network is missing or not what its manifest says
   */
  static async load(settings: {
    readonly models: ModelChoice;
    readonly network: InstalledModel | null;
  }): Promise<FaceFeatures> {
    const models = await loadModels('cpu', settings.models);
    if (settings.network === null) return new FaceFeatures(models, null, readLandmarks);
    const session = await ModelSession.create(await readBytes(settings.network), 'cpu');
    return new FaceFeatures(models, session, openFaceNetwork(session));
  }

  /**
   * @param minSide of the face, in pixels of the frame
   * @returns null where no face is found
   * @throws {AppError} internal when the frame does not hold what its size says, or no colours although they are read
   */
  async read(frame: LumaFrame, minSide: number): Promise<Float32Array | null> {
    checkFrame(frame, this.readsColor);
    this.pyramid.reset(frame);
    const [candidates] = await this.finder.find([this.pyramid]);
    const [largest] = candidates
      .filter(({ w, h }) => Math.min(w, h) >= minSide)
      .sort((a, b) => b.w * b.h - a.w * a.h);
    if (largest === undefined) return null;
    // Angles are not asked for, so no lens is assumed.
    const face = new Face(largest, { pyramid: this.pyramid, focalPx: 1 });
    await this.place([face]);
    const [numbers] = await this.ask([face]);
    return numbers.slice();
  }

  /** Frees the networks. The features are of no use afterwards. */
  async dispose(): Promise<void> {
    await this.network?.dispose();
    await Promise.all(Object.values(this.models.sessions).map((session) => session.dispose()));
  }
}

const readLandmarks: ReadFaces = (faces) =>
  Promise.resolve(
    faces.map(({ points }) => {
      const numbers = new Float32Array(LANDMARK_NUMBERS);
      normaliseLandmarks(points, numbers);
      return numbers;
    }),
  );
