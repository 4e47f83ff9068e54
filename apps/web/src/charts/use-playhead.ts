import { useSyncExternalStore } from 'react';

import { type Playhead } from './playhead.js';

/** The time that is looked at, rounded down to steps: what writes it need not be written anew with each frame. */
export const useTimeOf = (playhead: Playhead, stepS: number): number =>
  useSyncExternalStore(
    playhead.subscribe,
    () => Math.round(Math.floor(playhead.get() / stepS + 1e-6) * stepS * 1000) / 1000,
  );
