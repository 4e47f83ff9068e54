export { declineTelemetry } from './decline-telemetry.js';
export { type LiveConfig, loadLiveConfig } from './load-live-config.js';
export { loadModelsConfig, type ModelsConfig } from './load-models-config.js';
export { refuseNetworks } from './refuse-networks.js';
export { stopRequested } from './stop-requested.js';
export {
  loadConfig,
  type Config,
  type LanguageModelSettings,
  type ModelSettings,
  type QueueBackend,
  type RateLimitSettings,
  ConfigError,
} from './load-config.js';
export { readEngineVersion } from './engine-version.js';
