import { analysisOptionsSchema, AppError, type Engine } from '@eyeline/contracts';
import { type LaneAnswer, packError, serveLane } from '@eyeline/lanes';
import { FerCropClassifier, FrameAnalyser, isUncertain, type ModelChoice } from '@eyeline/vision';

// The decoder of live frames has no way in of its own: who imports libs/live loads no sharp.
import { decodeImage } from '../../libs/live/src/decode-image.js';
import { type Reading } from '../measures/emotion-tally.js';
import { placeInFrame } from '../sources/place-in-frame.js';

/** Side of a picture of FER2013. */
const SIDE = 48;

/** A face of 192 pixels in the middle of a small picture of a camera. */
const ZOOM = 4;
const FRAME = { width: 640, height: 360 };

/** Encoded pictures of 48 x 48. */
export interface FerTask {
  readonly pictures: readonly Uint8Array[];
  readonly models: ModelChoice;
}

export interface FerReading {
  /** The picture taken for the classifier's crop as it is. */
  readonly crop: Reading;
  /** The same by the head that learned the labels of FER2013; null where the network has none. */
  readonly head: Reading | null;
  /** Found in a frame and aligned, as the product does; null where no face was found. */
  readonly found: Reading | null;
}

export interface FerAnswer {
  readonly readings: readonly LaneAnswer<FerReading>[];
  readonly engine: Engine;
}

let loading: Promise<[FerCropClassifier, FrameAnalyser]> | null = null;

const load = (models: ModelChoice): Promise<[FerCropClassifier, FrameAnalyser]> =>
  (loading ??= Promise.all([
    FerCropClassifier.load(models),
    FrameAnalyser.load({
      ...{ executionProvider: 'cpu', models, options: analysisOptionsSchema.parse({}) },
      ...{ sourceWidth: FRAME.width, sourceHeight: FRAME.height },
    }),
  ]));

async function readPictures({ pictures, models }: FerTask): Promise<FerAnswer> {
  const [classifier, analyser] = await load(models);
  const withChroma = classifier.readsColor || analyser.readsColor;
  const decoded = await Promise.all(pictures.map((picture) => decode(picture, withChroma)));
  const crops = decoded.flatMap((answer) => (answer.ok ? [answer.result] : []));
  const emotions = await classifier.classify(crops);
  const observations = await analyser.analyseAll(
    crops.map((crop) => ({ frame: placeInFrame(crop, ZOOM, FRAME), source: FRAME })),
  );
  if (observations.some(({ outcome }) => outcome === 'failed')) throw analyser.lastFailure;
  let next = 0;
  const readings = decoded.map((answer): LaneAnswer<FerReading> => {
    if (!answer.ok) return answer;
    const i = next++;
    // The largest face comes first.
    const [face] = observations[i].faces;
    const { product, fer2013 } = emotions[i];
    const found = face && { emotions: face.emotions, uncertain: isUncertain(face) };
    return {
      ok: true,
      result: { crop: { emotions: product }, head: fer2013 && { emotions: fer2013 }, found: found ?? null },
    };
  });
  return { readings, engine: analyser.engine };
}

async function decode(
  bytes: Uint8Array,
  withChroma: boolean,
): Promise<LaneAnswer<Awaited<ReturnType<typeof decodeImage>>['frame']>> {
  try {
    const { frame } = await decodeImage(bytes, { maxPixels: SIDE * SIDE, maxSide: SIDE, withChroma });
    if (frame.width === SIDE && frame.height === SIDE) return { ok: true, result: frame };
    const detail = `The picture has ${frame.width}x${frame.height} pixels instead of ${SIDE}x${SIDE}.`;
    return packError(new AppError('unsupported_media', { detail }));
  } catch (error) {
    return packError(error);
  }
}

export default serveLane(readPictures);
