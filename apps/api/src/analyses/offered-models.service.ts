import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type AnalysisOptions } from '@eyeline/contracts';
import { findModel, listShippedEmotionModels } from '@eyeline/live';

import { invalidRequest } from '../common/problems/field-errors.js';
import { CONFIG } from '../runtime/runtime.module.js';

/** The emotion networks that a client may name: those of EMOTION_MODELS, or else the shipped ones, which every worker has. */
@Injectable()
export class OfferedModels {
  private shipped: Promise<readonly string[]> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * The options with the network by name that the analysis is compared with, so that it is the same on whichever worker.
   *
   * @throws AppError invalid_request: a network that is not offered, with the names that may be; `compare` with the very
   * one that reads emotions
   */
  async settle(options: AnalysisOptions): Promise<AnalysisOptions> {
    await this.check('emotion_model', options.emotion_model);
    if (!options.compare) return options;
    const { comparedEmotionModel } = this.config;
    const compared = options.compare_model ?? comparedEmotionModel;
    if (compared !== comparedEmotionModel) await this.check('compare_model', compared);
    if (compared === (options.emotion_model ?? (await this.nameUsual()))) {
      const message = `"${compared}" reads the emotions of this analysis already: it would be compared with itself.`;
      throw invalidRequest([{ pointer: 'compare_model', message }]);
    }
    return { ...options, compare_model: compared };
  }

  /** The network that reads emotions where none is named: chosen by setting or in MODELS_DIR, or else the default one. */
  private async nameUsual(): Promise<string> {
    const { models } = this.config;
    return models.emotion ?? (await findModel('emotion', models)).manifest.name;
  }

  /** @param name null: none was named */
  private async check(pointer: string, name: string | null): Promise<void> {
    if (name === null) return;
    const offered = this.config.offeredEmotionModels ?? (await (this.shipped ??= listShippedEmotionModels()));
    if (offered.includes(name)) return;
    const message = `There is no emotion model "${name}" here. There are: ${offered.join(', ')}.`;
    throw invalidRequest([{ pointer, message }]);
  }
}
