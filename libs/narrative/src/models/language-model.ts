import { AppError } from '@eyeline/contracts';

/** What a model is asked. The system part is ours alone; what clients have said is in the other. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** Something that writes text. */
export interface LanguageModel {
  /** The provider's name of it. */
  readonly name: string;
  /**
   * Asked once: whoever calls decides about a second time.
   *
   * @returns what it wrote, which should be JSON
   * @throws AppError narrative_unavailable, narrative_not_configured, narrative_failed; the signal's reason
   */
  complete(prompt: Prompt, signal: AbortSignal): Promise<string>;
}

/** What an answer with this status means for whoever asked us. */
export function refusedBy(status: number, cause?: unknown): AppError {
  if (status === 429) {
    return new AppError('narrative_unavailable', {
      detail: 'The language model takes no more requests at present.',
      cause,
    });
  }
  if (status >= 500 || status === 408) {
    return new AppError('narrative_unavailable', {
      detail: `The language model answers with an error (${status}).`,
      cause,
    });
  }
  if ([401, 403, 404].includes(status)) {
    return new AppError('narrative_not_configured', {
      detail: `The language model refuses this installation (${status}): its key, address or model name is wrong.`,
      cause,
    });
  }
  return new AppError('narrative_failed', {
    detail: `The language model refuses the question (${status}).`,
    cause,
  });
}

/** No answer came at all. */
export const unreachable = (cause: unknown): AppError =>
  new AppError('narrative_unavailable', { detail: 'The language model does not answer.', cause });
