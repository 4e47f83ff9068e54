export { declineTelemetry } from './decline-telemetry.js';
export { loadConfig, type Config, type QueueBackend, ConfigError } from './load-config.js';
