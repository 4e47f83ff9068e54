export * from './analysis.js';
export * from './emotions.js';
export * from './errors.js';
export * from './frame-record.js';
export * from './jobs.js';
export * from './observation.js';
export * from './plan.js';
export * from './report.js';
