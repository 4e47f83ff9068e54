import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, type Measurements, type Narrative, type NarrativeRequest } from '@eyeline/contracts';
import {
  createLanguageModel,
  type EmotionSequence,
  type LanguageModel,
  writeNarrative,
  writeSequenceNarrative,
} from '@eyeline/narrative';

import { CONFIG } from '../runtime/runtime.module.js';

/** Has a language model tell what was measured, of videos and of live sessions alike. */
@Injectable()
export class NarrativeService {
  /** Null: none is configured. */
  private readonly model: LanguageModel | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { languageModel } = config;
    this.model = languageModel === null ? null : createLanguageModel(languageModel);
  }

  /**
   * @param gone fires when nobody waits for it any more
   * @throws AppError narrative_not_configured, narrative_unavailable, narrative_failed, timed_out, conflict when there is
   *   nothing to tell, canceled
   */
  write(measurements: Measurements, request: NarrativeRequest, gone: AbortSignal): Promise<Narrative> {
    return this.ask(gone, (model, signal) => writeNarrative(model, measurements, request, signal));
  }

  /**
   * Of expressions without times.
   *
   * @throws AppError as `write`, without conflict
   */
  writeOfSequence(sequence: EmotionSequence, gone: AbortSignal): Promise<string> {
    return this.ask(gone, (model, signal) => writeSequenceNarrative(model, sequence, signal));
  }

  private async ask<T>(
    gone: AbortSignal,
    work: (model: LanguageModel, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.model === null) {
      throw new AppError('narrative_not_configured', {
        detail: 'Set GEMINI_API_KEY, or NARRATIVE_BASE_URL and NARRATIVE_MODEL (with NARRATIVE_API_KEY).',
      });
    }
    const { narrativeTimeoutS } = this.config;
    const limit = AbortSignal.timeout(narrativeTimeoutS * 1000);
    try {
      return await work(this.model, AbortSignal.any([gone, limit]));
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (gone.aborted) {
        throw new AppError('canceled', { detail: 'The client did not wait for it.', cause: error });
      }
      if (!limit.aborted) throw error;
      throw new AppError('timed_out', {
        detail: `The language model did not answer within ${narrativeTimeoutS} s.`,
        cause: error,
      });
    }
  }
}
