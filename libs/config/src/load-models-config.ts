import { z } from 'zod';

import { environmentSchema } from './environment.js';
import { type Config, modelSettings, parseEnvironment } from './load-config.js';

const { EYELINE_DATA_DIR, MODELS_DIR, EMOTION_MODEL, SOURCE_ALLOWED_RANGES } = environmentSchema.shape;

/** What `npm run models` meets: it needs no stack. */
const modelsEnvironmentSchema = z.object({
  ...{ EYELINE_DATA_DIR, MODELS_DIR, EMOTION_MODEL, SOURCE_ALLOWED_RANGES },
});

export type ModelsConfig = Pick<Config, 'models' | 'sourceAllowedRanges'>;

/** @throws {ConfigError} with every mistake, not only the first */
export function loadModelsConfig(environment: NodeJS.ProcessEnv = process.env): ModelsConfig {
  const env = parseEnvironment(modelsEnvironmentSchema, environment);
  return Object.freeze({
    models: Object.freeze(modelSettings(env)),
    sourceAllowedRanges: Object.freeze(env.SOURCE_ALLOWED_RANGES),
  });
}
