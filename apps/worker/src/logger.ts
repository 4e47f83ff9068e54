import { type Config } from '@eyeline/config';
import { pino, type Logger } from 'pino';

export type { Logger };

/** JSON lines on standard output: ids, durations and codes; never the content of a video, an option or a key. */
export function createLogger(level: Config['logLevel']): Logger {
  return pino({ level, base: { app: 'worker', pid: process.pid } });
}
