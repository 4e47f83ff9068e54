import { bodyOf, type Connection } from './calls/connection.js';
import { eachOf } from './calls/pages.js';
import { type FailedJob, type QueueLoad, type Worker } from './types.js';

/** What an operator looks at. It needs a key with the scope `admin`. */
export class Admin {
  constructor(private readonly connection: Connection) {}

  /** How much there is to do of each kind of work, and how it gets on. */
  async queues(): Promise<QueueLoad[]> {
    return bodyOf(await this.connection.api.GET('/v1/admin/queues')).data;
  }

  /** Workers that live, with what they have in work. */
  async workers(): Promise<Worker[]> {
    return bodyOf(await this.connection.api.GET('/v1/admin/workers')).data;
  }

  /** Work of the project that was given up; what failed last comes first, page after page. */
  failedJobs(): AsyncGenerator<FailedJob, void, undefined> {
    return eachOf(async (cursor) => {
      const params = { query: { cursor, limit: 100 } };
      return bodyOf(await this.connection.api.GET('/v1/admin/jobs', { params }));
    });
  }

  /** Starts anew what the job was a part of. */
  async retryJob({ queue, id }: Pick<FailedJob, 'queue' | 'id'>): Promise<FailedJob> {
    const params = { path: { queue, id } };
    return bodyOf(await this.connection.api.POST('/v1/admin/jobs/{queue}/{id}/retry', { params }));
  }
}
