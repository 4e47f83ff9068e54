import { z } from 'zod';

import { environmentSchema } from './environment.js';
import {
  type Config,
  frameSettings,
  type FrameSettings,
  modelSettings,
  parseEnvironment,
} from './load-config.js';

const { HOST, PORT, LIVE_LANES, MAX_LIVE_FRAMES, MAX_IMAGE_BYTES, MAX_PIXELS, EXECUTION_PROVIDER } =
  environmentSchema.shape;
const { EYELINE_DATA_DIR, MODELS_DIR, EMOTION_MODEL, EYELINE_LIFELINE, LOG_LEVEL } = environmentSchema.shape;

/** What a live process meets: it has no database, no queue and no storage, and is told no secret. */
const liveEnvironmentSchema = z.object({
  ...{ HOST, PORT, LIVE_LANES, MAX_LIVE_FRAMES, MAX_IMAGE_BYTES, MAX_PIXELS, EXECUTION_PROVIDER },
  ...{ EYELINE_DATA_DIR, MODELS_DIR, EMOTION_MODEL, EYELINE_LIFELINE, LOG_LEVEL },
});

export type LiveConfig = Pick<
  Config,
  'host' | 'port' | 'maxPixels' | 'models' | 'executionProvider' | 'lifeline' | 'logLevel'
> & { readonly live: FrameSettings };

/** @throws {ConfigError} with every mistake, not only the first */
export function loadLiveConfig(environment: NodeJS.ProcessEnv = process.env): LiveConfig {
  const env = parseEnvironment(liveEnvironmentSchema, environment);
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    live: Object.freeze(frameSettings(env)),
    maxPixels: env.MAX_PIXELS,
    models: Object.freeze(modelSettings(env)),
    executionProvider: env.EXECUTION_PROVIDER,
    lifeline: env.EYELINE_LIFELINE === 'stdin',
    logLevel: env.LOG_LEVEL,
  });
}
