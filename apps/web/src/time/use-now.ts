import { useSyncExternalStore } from 'react';

/** Ages are shown in minutes, mostly: one clock for all of them. */
const STEP_MS = 10_000;

let now = Date.now();
let timer = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = window.setInterval(() => {
      now = Date.now();
      listeners.forEach((tell) => tell());
    }, STEP_MS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.clearInterval(timer);
  };
}

/** The time in ms, every ten seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
