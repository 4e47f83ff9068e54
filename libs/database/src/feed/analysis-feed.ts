import { type AnalysisRow } from '../analysis-row.js';
import { ChangeListener } from './change-listener.js';
import { pause } from './pause.js';

/** Time between two looks at the rows: what changes meanwhile is read at once, however many follow. */
const GATHER_MS = 100;

/** How long is waited after a look that failed. */
const RETRY_MS = 1_000;

/** How often everything that is followed is looked at, whatever was heard. */
export const SLOW_LOOK_MS = 5_000;

/** Is told the row as it is now, also when it has not changed; null: there is none any more. */
export type Follower = (row: AnalysisRow | null) => void;

export interface AnalysisFeedOptions {
  readonly databaseUrl: string;
  /** Those of the rows that exist. */
  readonly read: (ids: readonly string[]) => Promise<AnalysisRow[]>;
  readonly slowLookMs: number;
  /** Told once for each time of trouble, of which the feed recovers by itself. */
  readonly onTrouble: (message: string, error: unknown) => void;
}

/**
 * Tells followers how analyses go on, whichever process works on them. PostgreSQL's notifications say which rows to
 * look at; what is told is the row as it was read, so that a lost notification is late and nothing is made up: the slow
 * look finds it. One connection and at most one query at a time serve all followers of the process.
 */
export class AnalysisFeed {
  private readonly followers = new Map<string, Set<Follower>>();
  private readonly due = new Set<string>();
  private readonly listener: ChangeListener;
  private readonly stopping = new AbortController();
  private looking: Promise<void> | null = null;
  private slowLook: NodeJS.Timeout | undefined;
  private troubled = { listening: false, reading: false };

  constructor(private readonly options: AnalysisFeedOptions) {
    this.listener = new ChangeListener(options.databaseUrl, {
      onChange: (id) => this.look([id]),
      onListening: () => {
        this.troubled.listening = false;
        this.look(this.followers.keys());
      },
      onLost: (error) =>
        this.report('listening', 'changes of analyses are not heard; rows are looked at', error),
    });
  }

  /** How many analyses are followed. */
  get followed(): number {
    return this.followers.size;
  }

  /**
   * Tells of the row soon, and again after every change, until the returned function is called. Of several changes in
   * a row the last is told.
   */
  follow(id: string, follower: Follower): () => void {
    if (this.stopping.signal.aborted) return () => undefined;
    const all = this.followers.get(id) ?? new Set();
    this.followers.set(id, all.add(follower));
    this.listener.start();
    this.slowLook ??= setInterval(() => this.look(this.followers.keys()), this.options.slowLookMs);
    this.look([id]);
    return () => this.unfollow(id, follower);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.slowLook);
    this.followers.clear();
    await Promise.all([this.listener.close(), this.looking]);
  }

  private unfollow(id: string, follower: Follower): void {
    const all = this.followers.get(id);
    if (all?.delete(follower) !== true || all.size > 0) return;
    this.followers.delete(id);
    if (this.followers.size > 0) return;
    clearInterval(this.slowLook);
    this.slowLook = undefined;
  }

  private look(ids: Iterable<string>): void {
    for (const id of ids) if (this.followers.has(id)) this.due.add(id);
    if (this.due.size === 0 || this.stopping.signal.aborted) return;
    this.looking ??= this.lookAtDue().finally(() => {
      this.looking = null;
      this.look([]);
    });
  }

  private async lookAtDue(): Promise<void> {
    const ids = [...this.due].filter((id) => this.followers.has(id));
    this.due.clear();
    const { signal } = this.stopping;
    let rows: AnalysisRow[];
    try {
      rows = await this.options.read(ids);
      this.troubled.reading = false;
    } catch (error) {
      for (const id of ids) this.due.add(id);
      this.report('reading', 'rows of followed analyses cannot be read; tried again', error);
      return pause(RETRY_MS, signal);
    }
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const id of ids) {
      for (const follower of [...(this.followers.get(id) ?? [])]) this.tell(follower, byId.get(id) ?? null);
    }
    await pause(GATHER_MS, signal);
  }

  /** One follower's mistake is not the others'. */
  private tell(follower: Follower, row: AnalysisRow | null): void {
    try {
      follower(row);
    } catch (error) {
      this.options.onTrouble('a follower of an analysis failed', error);
    }
  }

  private report(what: 'listening' | 'reading', message: string, error: unknown): void {
    if (!this.troubled[what] && !this.stopping.signal.aborted) this.options.onTrouble(message, error);
    this.troubled[what] = true;
  }
}
