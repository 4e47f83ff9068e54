import { layEmotionNetwork } from './lay-emotion-network.js';
import { makeBrightnessClassifier } from './onnx-maker.js';

/** By so many of 255 one colour has to lie above another for the odds of its emotion to grow by e. */
export const COLOR_UNIT = 40;

/**
 * Lays an emotion network into a folder of networks that sees nothing but colours: the odds of happy to neutral are
 * `exp((red - green) / COLOR_UNIT)`, those of sad to neutral `exp((blue - green) / COLOR_UNIT)`, in the mean of the face.
 */
export function layColorReader(
  models: string,
  { name, channels, layout }: { name: string; channels: 'rgb' | 'bgr'; layout: 'NCHW' | 'NHWC' },
): void {
  // in the order of red, green and blue
  const rows = [
    [1, -1, 0],
    [0, -1, 1],
    [0, 0, 0],
  ];
  const weights = channels === 'rgb' ? rows : rows.map((row) => row.toReversed());
  const form = {
    layout,
    channels: 3,
    side: 48,
    batch: 'n',
    softmax: false,
    weights,
    bias: [0, 0, 0],
  } as const;
  const std = [COLOR_UNIT, COLOR_UNIT, COLOR_UNIT];
  layEmotionNetwork(models, {
    name,
    bytes: makeBrightnessClassifier(form),
    input: { layout, channels, mean: [0, 0, 0], std },
    labels: ['happy', 'sad', 'neutral'],
  });
}

/** What such a network is to have seen: red less green and blue less green, of the emotions that it gave. */
export const readDistances = (emotions: Readonly<Record<'happy' | 'sad' | 'neutral', number>>) => ({
  redLessGreen: COLOR_UNIT * Math.log(emotions.happy / emotions.neutral),
  blueLessGreen: COLOR_UNIT * Math.log(emotions.sad / emotions.neutral),
});
