import { AppError, type Measurements, type Narrative, type NarrativeRequest } from '@eyeline/contracts';

import { checkAnswer, RefusedAnswer } from './checking/check-answer.js';
import { ReportTimes } from './checking/report-times.js';
import { type LanguageModel } from './models/language-model.js';
import { askAgain, buildPrompt } from './prompt/build-prompt.js';

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
  const prompt = buildPrompt(measurements, request);
  let refusal: RefusedAnswer | null = null;
  for (let round = 1; round <= 2; round++) {
    const asked = refusal === null ? prompt : askAgain(prompt, refusal.message);
    const raw = await model.complete(asked, signal);
    try {
      const { text, citedTimesS } = checkAnswer(raw, times);
      const { language } = request;
      return { object: 'narrative', language, text, cited_times_s: [...citedTimesS], model: model.name };
    } catch (error) {
      if (!(error instanceof RefusedAnswer)) throw error;
      refusal = error;
    }
  }
  throw new AppError('narrative_failed', {
    detail: `The language model gave no answer that could be used: ${refusal?.message}`,
    cause: refusal,
  });
}
