import { AppError } from '@eyeline/contracts';
import { type LaneAnswer, type LaneContext, packError, serveLane } from '@eyeline/lanes';
import { FrameAnalyser, type FrameAnalyserSettings } from '@eyeline/vision';

import { type DecodedImage, decodeImage, type ImageForm } from './decode-image.js';
import { LIVE_OPTIONS } from './live-record.js';
import { type Look } from './look.js';

/** Images that are looked at together. */
export interface FrameTask {
  /** JPEG, PNG or WebP. */
  readonly images: readonly Uint8Array[];
  readonly maxPixels: number;
  readonly executionProvider: FrameAnalyserSettings['executionProvider'];
  readonly models?: FrameAnalyserSettings['models'];
}

let loading: Promise<FrameAnalyser> | null = null;

/** The networks of this thread: loaded with its first picture, and again with the next one when that failed. */
function getAnalyser({ executionProvider, models }: FrameTask): Promise<FrameAnalyser> {
  // Every picture brings a size of its own.
  const size = { sourceWidth: LIVE_OPTIONS.max_side, sourceHeight: LIVE_OPTIONS.max_side };
  loading ??= FrameAnalyser.load({ executionProvider, models, options: LIVE_OPTIONS, ...size }).catch(
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** A look, or what is wrong, for each image: libvips decodes them side by side, each network runs once for all. */
async function lookAtImages(task: FrameTask, { signal }: LaneContext): Promise<LaneAnswer<Look>[]> {
  const analyser = await getAnalyser(task);
  const form = {
    ...{ maxPixels: task.maxPixels, maxSide: LIVE_OPTIONS.max_side },
    withChroma: analyser.readsColor,
  };
  const decoded = await Promise.all(task.images.map((image) => decode(image, form)));
  // Whoever asked may be gone by now.
  signal.throwIfAborted();
  const images = decoded.flatMap((answer) => (answer.ok ? [answer.result] : []));
  const observations = (await analyser.analyseAll(images)).values();
  return decoded.map((answer): LaneAnswer<Look> => {
    if (!answer.ok) return answer;
    const observation = observations.next().value!;
    if (observation.outcome === 'failed') {
      return packError(new AppError('internal', { cause: analyser.lastFailure }));
    }
    return { ok: true, result: { observation, picture: answer.result.source, engine: analyser.engine } };
  });
}

async function decode(image: Uint8Array, form: ImageForm): Promise<LaneAnswer<DecodedImage>> {
  try {
    return { ok: true, result: await decodeImage(image, form) };
  } catch (error) {
    return packError(error);
  }
}

export default serveLane(lookAtImages);
