export { DARK_MEAN_LUMA, FrameAnalyser, type FrameAnalyserSettings } from './frame-analyser.js';
