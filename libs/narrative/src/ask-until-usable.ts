import { AppError } from '@eyeline/contracts';

import { RefusedAnswer } from './checking/parse-answer.js';
import { type LanguageModel, type Prompt } from './models/language-model.js';
import { askAgain } from './prompt/build-prompt.js';

/**
 * What `check` makes of the model's answer. The model is asked a second time when its first answer is refused.
 *
 * @throws AppError narrative_failed when both are; what the model throws; the signal's reason
 */
export async function askUntilUsable<T>(
  model: LanguageModel,
  prompt: Prompt,
  check: (raw: string) => T,
  signal: AbortSignal,
): Promise<T> {
  let refusal: RefusedAnswer | null = null;
  for (let round = 1; round <= 2; round++) {
    const asked = refusal === null ? prompt : askAgain(prompt, refusal.message);
    const raw = await model.complete(asked, signal);
    try {
      return check(raw);
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
