export { type FrameRequest } from './frames/frame-request.js';
export { openFrameStream, type FrameStream } from './frames/open-frame-stream.js';
export { findGaps } from './ledger/find-gaps.js';
export { type MediaLimits } from './probe/media-limits.js';
export { type ProbedVideo, type Rotation } from './probe/probed-video.js';
export { probeVideo } from './probe/probe-video.js';
export { chooseAnalysisSize } from './sampling/choose-analysis-size.js';
export { listSampleTimes, type SampleTimes } from './sampling/list-sample-times.js';
export { chooseSampling, type Sampling } from './sampling/sampling.js';
