import { AppError } from '@eyeline/contracts';
import { type Job } from 'bullmq';

import { DeadJobError, explainDeath } from './dead-job-error.js';

const job = (deferredFailure?: string): Job => ({ deferredFailure }) as Job;

describe('explainDeath', () => {
  it('keeps the error of the processor', () => {
    const corrupt = new AppError('corrupt_video', { detail: 'No frame could be read.' });
    expect(explainDeath(job(), new DeadJobError(corrupt))).toBe(corrupt);
    const late = new AppError('timed_out');
    expect(explainDeath(job(), late)).toBe(late);
  });

  it('hides what is not meant for clients', () => {
    const error = explainDeath(job(), new Error('connect ECONNREFUSED 10.0.0.1'));
    expect(error.code).toBe('internal');
    expect(error.detail).not.toContain('10.0.0.1');
  });

  it('tells vanished workers from failed children', () => {
    const stalled = 'job stalled more than allowable limit';
    expect(explainDeath(job(stalled), new Error(stalled)).detail).toMatch(/vanished/);
    const child = 'child eyeline:analyse-segment:an_x.1.analyse-segment.0 failed';
    expect(explainDeath(job(child), new Error(child)).detail).toMatch(/part of the work/);
  });
});
