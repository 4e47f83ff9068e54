import { type Report } from '@eyeline/contracts';

import { type PrototypeReport } from './process-frame.schemas.js';

/** The part of a report that the prototype had. */
export const toPrototypeReport = (report: Report): PrototypeReport => ({
  average_emotion_scores: report.average_emotion_scores,
  overall_dominant_emotion: report.overall_dominant_emotion,
  total_frames_analyzed: report.total_frames_analyzed,
  average_confidence_score: report.average_confidence_score ?? 0,
  eye_contact_score: report.eye_contact_score ?? 0,
});
