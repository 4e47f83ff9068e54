/**
 * The analysis of a job is gone, has ended, or is at another attempt: whatever the job does can have no effect.
 * No failure: the job ends quietly.
 */
export class StaleJob extends Error {
  constructor() {
    super('the analysis does not need this job any more');
    this.name = 'StaleJob';
  }
}
