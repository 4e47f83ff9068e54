import { FrameAnalyser, type FrameAnalyserSettings } from '@eyeline/vision';

/** All that an analyser is made with: as long as it is the same, so is the analyser. */
const keyOf = ({ options, ...settings }: FrameAnalyserSettings): string => {
  const { executionProvider, models, sourceWidth, sourceHeight } = settings;
  const { max_faces, min_face_size } = options;
  return JSON.stringify([executionProvider, models, sourceWidth, sourceHeight, max_faces, min_face_size]);
};

/** Keeps a thread's networks loaded between jobs, as long as the next job asks for the same. */
export class AnalyserKeeper {
  private kept: { key: string; analyser: FrameAnalyser } | null = null;

  async get(settings: FrameAnalyserSettings): Promise<FrameAnalyser> {
    const key = keyOf(settings);
    if (this.kept?.key === key) return this.kept.analyser;
    const before = this.kept;
    this.kept = null;
    await before?.analyser.dispose();
    this.kept = { key, analyser: await FrameAnalyser.load(settings) };
    return this.kept.analyser;
  }
}
