export { createLiveFrames } from './create-live-frames.js';
export {
  exactEmotions,
  type LiveFace,
  type RecordOptions,
  toLiveRecord,
  toLoneRecord,
} from './live-record.js';
export { type LiveFrames } from './live-frames.js';
export { LocalFrames, type LocalFramesSettings } from './local-frames.js';
export { type Look, type LookAtImage } from './look.js';
export { packObservation, unpackObservation } from '@eyeline/vision';
export { fitToPicture } from './sessions/fit-to-picture.js';
export { RedisSessionStates, type RedisStatesSettings } from './sessions/redis-session-states.js';
export { SessionReports, type SessionReportsSettings } from './sessions/session-reports.js';
export { newSession, packState, type SessionState, unpackState } from './sessions/session-state.js';
export { type SessionStates, type StateSnapshot } from './sessions/session-states.js';
export { type FaceStep, type SessionFrame, type SessionStep, stepSession } from './sessions/step-session.js';
export { encodeLook } from './look-json.js';
export { LOOKS_PATH } from './remote-frames.js';
export {
  describeModels,
  findModel,
  listShippedEmotionModels,
  tryModels,
  verifyModels,
} from '@eyeline/vision';
