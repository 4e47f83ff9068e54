/**
 * Resolves with the reason, once, when this process is asked to stop: SIGTERM, SIGINT, or, with a lifeline, the end
 * of standard input, which means that the parent has vanished. Later requests change nothing.
 */
export function waitForStopRequest(lifeline: boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal));
    if (!lifeline) return;
    for (const event of ['end', 'close', 'error']) {
      process.stdin.once(event, () => resolve('the parent process is gone'));
    }
    process.stdin.resume();
  });
}
