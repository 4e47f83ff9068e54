export { type AnalyseFrame, LiveFrames, type LiveFramesSettings } from './live-frames.js';
