export { loadConfig, type Config, type QueueBackend, ConfigError } from './load-config.js';
