import { chooseAnalysisSize } from './choose-analysis-size.js';

const defaults = { scale: null, max_side: 640 };

describe('chooseAnalysisSize', () => {
  it.each([
    [{ width: 1920, height: 1080 }, defaults, [640, 360]],
    [{ width: 720, height: 1280 }, defaults, [360, 640]],
    [{ width: 400, height: 300 }, defaults, [400, 300]],
    [{ width: 641, height: 363 }, defaults, [640, 362]],
    [{ width: 1920, height: 1080 }, { scale: 0.5, max_side: 640 }, [960, 540]],
    [{ width: 4000, height: 2 }, defaults, [640, 2]],
    [{ width: 720, height: 576, pixelAspect: 16 / 15 }, { scale: 1, max_side: 640 }, [720, 540]],
  ])('%j by %j is %j', (video, options, [width, height]) => {
    expect(chooseAnalysisSize(video, options)).toEqual({ width, height });
  });
});
