import { watchParent } from './watch-parent.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborts when this process is to stop: by a signal, or because the process that started it is gone. Signals that
 * follow change nothing: Ctrl-C reaches us twice where npm stands in between, once from the terminal, once from npm.
 */
export function listenForStop(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) process.on(name, () => controller.abort(name));
  watchParent(() => controller.abort('the parent process is gone'));
  return controller.signal;
}

export const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) return done();
    signal.addEventListener('abort', () => done(), { once: true });
  });
