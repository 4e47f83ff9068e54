import { type Logger, pino } from 'pino';

/** JSON lines on standard output. Errors are written with their causes: a problem's text alone says too little. */
export function createLogger(level: string): Logger {
  return pino({ level, base: { app: 'api' }, serializers: { err: pino.stdSerializers.errWithCause } });
}
