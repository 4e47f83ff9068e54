import { askUntilUsable } from './ask-until-usable.js';
import { checkSequenceAnswer } from './checking/check-sequence-answer.js';
import { type EmotionSequence } from './emotion-sequence.js';
import { type LanguageModel } from './models/language-model.js';
import { buildSequencePrompt } from './prompt/build-sequence-prompt.js';

/**
 * A short text about expressions of which nobody knows when they were seen, and which therefore names no times.
 *
 * @throws AppError narrative_failed when two answers are refused; what the model throws; the signal's reason
 */
export const writeSequenceNarrative = (
  model: LanguageModel,
  sequence: EmotionSequence,
  signal: AbortSignal,
): Promise<string> =>
  askUntilUsable(
    model,
    buildSequencePrompt(sequence),
    (raw) => checkSequenceAnswer(raw, sequence.context),
    signal,
  );
