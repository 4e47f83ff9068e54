import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { listShippedEmotionModels } from '@eyeline/live';

import { invalidRequest } from '../common/problems/field-errors.js';
import { CONFIG } from '../runtime/runtime.module.js';

/** The emotion networks that a client may name: those of EMOTION_MODELS, or else the shipped ones, which every worker has. */
@Injectable()
export class OfferedModels {
  private shipped: Promise<readonly string[]> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * @param name null: none was named
   * @throws AppError invalid_request, with the names that may be
   */
  async check(name: string | null): Promise<void> {
    if (name === null) return;
    const offered = this.config.offeredEmotionModels ?? (await (this.shipped ??= listShippedEmotionModels()));
    if (offered.includes(name)) return;
    const message = `There is no emotion model "${name}" here. There are: ${offered.join(', ')}.`;
    throw invalidRequest([{ pointer: 'emotion_model', message }]);
  }
}
