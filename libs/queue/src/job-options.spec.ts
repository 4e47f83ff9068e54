import { JOB_CATALOGUE } from '@eyeline/contracts';

import { jobOptions } from './job-options.js';

describe('jobOptions', () => {
  it.each(['prepare-video', 'analyse-segment', 'assemble-report'] as const)(
    'gives %s an id that BullMQ takes, and forgets it in bounded time',
    (name) => {
      const options = jobOptions(name, { analysisId: 'an_x', attempt: 2, segment: 7 }, 5);
      expect(options.jobId).toMatch(/^[^:]*[^:\d][^:]*$/);
      expect(options.attempts).toBe(JOB_CATALOGUE[name].attempts);
      expect(options.priority).toBe(5);
      for (const keep of [options.removeOnComplete, options.removeOnFail]) {
        const { age } = keep as { age: number };
        expect(age).toBeGreaterThanOrEqual(3600);
        expect(age).toBeLessThan(7 * 24 * 3600);
      }
    },
  );
});
