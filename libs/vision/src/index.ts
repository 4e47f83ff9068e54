export { FaceFeatures } from './face-features.js';
export { FerCropClassifier } from './fer-crop-classifier.js';
export { FrameAnalyser, type FrameAnalyserSettings } from './frame-analyser.js';
export { ObservationWriter } from './observations/observation-writer.js';
export { packObservation, unpackObservation } from './observations/pack-observation.js';
export { readObservations } from './observations/observation-reader.js';
export { assembleReport, type AssembledReport, type ReportInput } from './report/assemble-report.js';
export {
  assembleSessionReport,
  type SessionFacts,
  type SessionReportInput,
} from './report/assemble-session-report.js';
export { type Portrait } from './report/face-summaries.js';
export { EmotionSmoother, smoothingWeight } from './report/emotion-smoother.js';
export { type FaceMoment, toFaceMoment } from './report/frame-moment.js';
export { BlinkFinder } from './report/blink-finder.js';
export { readLidOpening } from './report/lid-opening.js';
export { toFaceRecord } from './report/frame-record.js';
export { isUncertain } from './report/uncertainty.js';
export { LANDMARK_NUMBERS } from './runtime/model-input.js';
export {
  MODEL_ROLES,
  type ModelManifest,
  modelManifestSchema,
  type ModelRole,
  pictureInput,
} from './runtime/model-manifest.js';
export { type ModelSelection, readSelection, SELECTION_FILE } from './runtime/model-selection.js';
export {
  DEFAULT_MODELS,
  findModel,
  findModelsFolder,
  type ModelChoice,
  readModel,
  type StoredModel,
} from './runtime/model-store.js';
export { type InstalledModel, type SurveyedModel, surveyModels } from './runtime/survey-models.js';
export { describeModels } from './runtime/describe-models.js';
export {
  listShippedEmotionModels,
  tryEmotionModels,
  tryModel,
  tryModels,
  verifyModels,
} from './runtime/verify-models.js';
export { type ModelTime, timeModel } from './time-model.js';
export { assignPairs } from './tracking/assign-pairs.js';
export { type KnownLook, sameFaceEvidence } from './tracking/same-face-evidence.js';
