export { createHitCounter } from './create-hit-counter.js';
export { type HitCounter, type HitCounterSettings, type HitWindow } from './hit-counter.js';
