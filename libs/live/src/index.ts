export {
  exactEmotions,
  type LiveFace,
  type RecordOptions,
  toLiveRecord,
  toLoneRecord,
} from './live-record.js';
export { LiveFrames, type LiveFramesSettings } from './live-frames.js';
export { type Look, type LookAtImage } from './look.js';
