import pg from 'pg';

/**
 * A connection whose loss ends no process. One that breaks between two queries, or right after it opened, says so by an
 * 'error' event alone, which Node makes fatal where nobody listens: BullMQ and pg's own pool have such moments. Whoever
 * uses the connection next is told by the query that fails.
 */
export class HeardClient extends pg.Client {
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false;
    return super.emit(event, ...(args as [Error]));
  }
}
