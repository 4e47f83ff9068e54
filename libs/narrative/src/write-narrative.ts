import { AppError, type Measurements, type Narrative, type NarrativeRequest } from '@eyeline/contracts';

import { askUntilUsable } from './ask-until-usable.js';
import { checkAnswer } from './checking/check-answer.js';
import { ReportTimes } from './checking/report-times.js';
import { type LanguageModel } from './models/language-model.js';
import { buildPrompt } from './prompt/build-prompt.js';

/**
 * A short text about the measurements whose times are all in them. The model is asked a second time when its first
 * answer is refused.
 *
 * @throws AppError narrative_failed when both are; conflict when there is nothing to tell; what the model throws; the
 *   signal's reason
 */
export async function writeNarrative(
  model: LanguageModel,
  measurements: Measurements,
  request: NarrativeRequest,
  signal: AbortSignal,
): Promise<Narrative> {
  if (measurements.timeline.length === 0) {
    throw new AppError('conflict', { detail: 'No frame was analysed: there is nothing to tell.' });
  }
  const times = new ReportTimes(measurements);
  const { text, citedTimesS } = await askUntilUsable(
    model,
    buildPrompt(measurements, request),
    (raw) => checkAnswer(raw, times),
    signal,
  );
  const { language } = request;
  return { object: 'narrative', language, text, cited_times_s: [...citedTimesS], model: model.name };
}
