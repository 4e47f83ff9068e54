export { declineTelemetry } from './decline-telemetry.js';
export {
  loadConfig,
  type Config,
  type LanguageModelSettings,
  type QueueBackend,
  type RateLimitSettings,
  ConfigError,
} from './load-config.js';
