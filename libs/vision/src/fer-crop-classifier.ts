import { EmotionClassifier } from './analysers/emotion/emotion-classifier.js';
import { wholePicture } from './analysers/emotion/emotion-crop.js';
import { type LumaImage } from './image/luma-image.js';
import { LumaPyramid } from './image/luma-pyramid.js';
import { readsColor } from './runtime/model-input.js';
import { pictureInput } from './runtime/model-manifest.js';
import { ModelSession } from './runtime/model-session.js';
import { type ModelChoice, readModel } from './runtime/model-store.js';

/**
 * Emotions of pictures that are cropped as FER2013 is: the emotion network on the CPU, without detection and alignment,
 * for whoever measures it on such pictures. Blocks its thread, as `FrameAnalyser` does.
 *
 * @example
 * const classifier = await FerCropClassifier.load();
 * const [{ product }] = await classifier.classify([{ width: 48, height: 48, data }]);
 */
export class FerCropClassifier {
  /** Whether the network reads colours: pictures have to come with them. */
  readonly readsColor: boolean;

  private readonly product: EmotionClassifier;
  /** The head that learned the labels of FER2013; null where the network has none. */
  private readonly fer2013: EmotionClassifier | null;

  private constructor(private readonly session: ModelSession) {
    this.readsColor = readsColor(session.manifest.input);
    this.product = new EmotionClassifier(session);
    const { fer2013 } = session.manifest.heads;
    this.fer2013 = fer2013 === undefined ? null : new EmotionClassifier(session, fer2013);
  }

  /**
   * @param choice the default network where none is chosen
   * @throws {AppError} internal, naming the file, when the network is missing or not what its manifest says, or reads
   * landmarks
   */
  static async load(choice?: ModelChoice): Promise<FerCropClassifier> {
    const model = await readModel('emotion', choice);
    pictureInput(model.manifest);
    return new FerCropClassifier(await ModelSession.create(model, 'cpu'));
  }

  /**
   * @param crops square pictures, as large as the input of the network for it to see them as they are
   * @returns seven probabilities a picture, in the order of `EMOTIONS`: what the product reports, and what the head that
   * learned the labels of FER2013 says, which figures of others are compared with; null without such a head
   * @throws {AppError} internal for a picture without colours, where they are read
   */
  async classify(
    crops: readonly LumaImage[],
  ): Promise<{ readonly product: Float32Array; readonly fer2013: Float32Array | null }[]> {
    if (crops.length === 0) return [];
    const faces = crops.map((crop) => {
      const pyramid = new LumaPyramid();
      pyramid.reset(crop);
      return { pyramid, frame: wholePicture(crop.width) };
    });
    const product = await this.product.classify(faces);
    const fer2013 = await this.fer2013?.classify(faces);
    return product.map((emotions, i) => ({ product: emotions, fer2013: fer2013?.[i] ?? null }));
  }

  /** Frees the network. The classifier is of no use afterwards. */
  async dispose(): Promise<void> {
    await this.session.dispose();
  }
}
