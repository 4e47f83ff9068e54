import pg from 'pg';

/** What pg says of a question that was not answered within `query_timeout`. */
const UNANSWERED = 'Query read timeout';

/**
 * A connection whose loss ends no process. One that breaks between two queries, or right after it opened, says so by an
 * 'error' event alone, which Node makes fatal where nobody listens: BullMQ and pg's own pool have such moments. Whoever
 * uses the connection next is told by the query that fails.
 *
 * A connection that leaves a question without an answer is ended. pg would keep it, and BullMQ asks for jobs to be
 * announced on the one that it has until that one breaks: for ever, on one that was lost without a word.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...question: unknown[]) => unknown;
    this.query = ((...question: unknown[]) => this.endIfUnanswered(ask(...question))) as typeof this.query;
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false;
    return super.emit(event, ...(args as [Error]));
  }

  /** Questions with a callback are the pool's, which gives the connection up by itself. */
  private endIfUnanswered(answer: unknown): unknown {
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === UNANSWERED) this.connection.stream.destroy();
      });
    }
    return answer;
  }
}
