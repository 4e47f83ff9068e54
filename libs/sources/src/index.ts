export { type FetchOptions, SourceFetcher } from './source-fetcher.js';
export { DEFAULT_LIMITS, type SourceLimits } from './source-limits.js';
export { type CheckedSource, type SourceDoor } from './source-door.js';
export { SOURCE_REFUSALS } from './source-refusals.js';
