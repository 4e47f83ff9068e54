const LOOK_EVERY_MS = 500;

/**
 * Calls back once when the process that started this one is gone. Node tells nobody of that, and a parent that was
 * killed sends no signal, so it is looked at.
 *
 * @returns ends the watching
 */
export function watchParent(onGone: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
