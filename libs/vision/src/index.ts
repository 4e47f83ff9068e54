export { FrameAnalyser, type FrameAnalyserSettings } from './frame-analyser.js';
export { ObservationWriter } from './observations/observation-writer.js';
export { readObservations } from './observations/observation-reader.js';
export { assembleReport, type AssembledReport, type ReportInput } from './report/assemble-report.js';
export { type Portrait } from './report/face-summaries.js';
export { EmotionSmoother } from './report/emotion-smoother.js';
export { type FaceMoment, toFaceMoment } from './report/frame-moment.js';
export { toFaceRecord } from './report/frame-record.js';
