/** pino's numbers. */
const LEVEL_NAMES: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

export const WARN = 40;
export const ERROR = 50;

export interface LogLine {
  readonly level: number;
  readonly levelName: string;
  /** The message, with the error's in brackets when the line carries one. */
  readonly text: string;
}

/**
 * A line that a process printed, in short. A JSON line of pino's says its own level; plain text is taken as it is, and
 * as an error when it came on standard error.
 */
export function readLogLine(line: string, stream: 'stdout' | 'stderr'): LogLine {
  const parsed = parseObject(line);
  if (parsed === null || typeof parsed.level !== 'number') {
    const level = stream === 'stderr' ? 50 : 30;
    return { level, levelName: LEVEL_NAMES[level], text: line };
  }
  const { level, msg, err } = parsed as { level: number; msg?: unknown; err?: { message?: unknown } | null };
  const message = typeof msg === 'string' ? msg : '';
  const cause = typeof err?.message === 'string' && err.message !== message ? err.message : '';
  const text = message !== '' && cause !== '' ? `${message} (${cause})` : message || cause;
  return { level, levelName: LEVEL_NAMES[level] ?? String(level), text };
}

function parseObject(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
