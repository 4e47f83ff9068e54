import { type DestinationStream, type Logger, pino } from 'pino';

/** JSON lines on standard output. Errors are written with their causes: a problem's text alone says too little. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: { app: 'api' }, serializers: { err: pino.stdSerializers.errWithCause } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
