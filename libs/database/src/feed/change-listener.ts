import { setTimeout as delay } from 'node:timers/promises';

import { HeardClient } from '../heard-client.js';
import { pause } from './pause.js';

/** What the triggers of the table `analyses` tell, with the id of the row. */
const CHANNEL = 'analysis_changed';

const CONNECT_TIMEOUT_MS = 5_000;

/** How long is waited after the first failure in a row, the second ... */
const RETRY_MS = [100, 500, 1_000, 2_000, 5_000];

/** A line that broke without a word is found out by asking. */
const ASK_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

/** A server that is gone says no farewell. */
const FAREWELL_MS = 500;

export interface ChangeHandlers {
  onChange(analysisId: string): void;
  /** Heard from now on: what changed before, while nobody listened, has to be looked up. */
  onListening(): void;
  /** The connection broke, or none came about. It is tried again without end. */
  onLost(error: unknown): void;
}

/**
 * Hears of changed analyses, whichever process changed them, over a connection of its own: LISTEN belongs to a session,
 * so no transaction pooler may stand in between.
 */
export class ChangeListener {
  private readonly stopping = new AbortController();
  private readonly stopped = new Promise<void>((resolve) => {
    this.stopping.signal.addEventListener('abort', () => resolve());
  });
  private running: Promise<void> | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly handlers: ChangeHandlers,
  ) {}

  /** The first call connects; further ones do nothing. */
  start(): void {
    this.running ??= this.run();
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.listen(() => {
          failures = 0;
          this.handlers.onListening();
        });
      } catch (error) {
        if (signal.aborted) return;
        this.handlers.onLost(error);
        await pause(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)], signal);
      }
    }
  }

  /** Ends when it is told to, or with the error that broke the connection. */
  private async listen(onListening: () => void): Promise<void> {
    const { signal } = this.stopping;
    const client = new HeardClient({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: ANSWER_WITHIN_MS,
      application_name: 'eyeline listener',
    });
    const broken = new Promise<Error>((resolve) => {
      client.once('error', resolve);
      client.once('end', () => resolve(new Error('The connection was closed.')));
    });
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.handlers.onChange(payload);
    });
    try {
      await Promise.race([this.stopped, client.connect()]);
      if (signal.aborted) return;
      await client.query(`LISTEN ${CHANNEL}`);
      onListening();
      while (!signal.aborted) {
        const error = await Promise.race([broken, pause(ASK_EVERY_MS, signal)]);
        if (error !== undefined) throw error;
        if (!signal.aborted) await client.query('SELECT 1');
      }
    } finally {
      // Whether it went well or not, the connection counts no more.
      await Promise.race([
        client.end().catch(() => undefined),
        delay(FAREWELL_MS, undefined, { ref: false }),
      ]);
    }
  }
}
