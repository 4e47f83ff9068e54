import { WARN, readLogLine } from '../logs/read-log-line.js';
import { type StackListener } from '../stack/stack.js';
import { type Style } from './style.js';

/** `12:03:04`, local time, as the person at the terminal reads it. */
const clock = (now: Date): string => now.toTimeString().slice(0, 8);

const seconds = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${Math.round(ms / 1000)} s`);

/**
 * A stack's life on a terminal: what started, what ended by itself, and of the logs the warnings and errors, a line
 * each. The log files hold everything.
 *
 * @param looks showsParts false: only trouble is told; fromLevel: the lowest level of a log line that is
 */
export function createStackReporter(
  print: (line: string) => void,
  { style, showsParts, fromLevel }: { style: Style; showsParts: boolean; fromLevel: number },
): StackListener {
  const longestName = 'PostgreSQL'.length;
  const trouble = (name: string, text: string) =>
    print(`${style.dim(clock(new Date()))} ${name.padEnd(longestName)} ${text}`);
  return {
    onStarted(name, detail) {
      if (showsParts) print(`  ${name.padEnd(longestName)} ${style.dim(detail)}`);
    },
    onLine(name, line, stream) {
      const { level, levelName, text } = readLogLine(line, stream);
      if (level < fromLevel || text === '') return;
      trouble(name, `${style.paint(level > WARN ? 'red' : 'yellow', levelName)} ${text}`);
    },
    onEnd(name, { reason, restartInMs }) {
      trouble(name, style.paint('red', `ended (${reason}); starting it again in ${seconds(restartInMs)}`));
    },
  };
}
