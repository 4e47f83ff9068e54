import { AppError } from '@eyeline/contracts';
import { Redis } from 'ioredis';

import { type SessionStates, type StateSnapshot } from './session-states.js';

/** A server that vanished without a word is given up and looked for anew. */
const SILENCE_MS = 5_000;

const LONGEST_PAUSE_MS = 2_000;

const REPORT_EVERY_MS = 60_000;

/** Compare and set, in one step on the server: whoever knows of more frames wins. */
const SAVE = `
local kept = tonumber(redis.call('HGET', KEYS[1], 'frames') or '-1')
if kept >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'frames', ARGV[1], 'state', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;

export interface RedisStatesSettings {
  readonly url: string;
  /** Keeps apart what shares a server. Default `eyeline-sessions`. */
  readonly prefix?: string;
  /** So long after its last frame a state is forgotten. */
  readonly keepMs: number;
  /** A question waits for Redis no longer. Default 2 s. */
  readonly answerMs?: number;
  /** Redis does not answer. At most once a minute. */
  readonly onError: (error: Error) => void;
}

/** On Redis. While it is away every question throws `database_unavailable`. */
export class RedisSessionStates implements SessionStates {
  private readonly client: Redis;
  private readonly prefix: string;
  private reportedAtMs = -Infinity;

  constructor(private readonly settings: RedisStatesSettings) {
    const { url, prefix = 'eyeline-sessions', answerMs = 2_000, onError } = settings;
    this.prefix = prefix;
    this.client = new Redis(url, {
      maxRetriesPerRequest: 0,
      commandTimeout: answerMs,
      socketTimeout: SILENCE_MS,
      connectTimeout: SILENCE_MS,
      retryStrategy: (attempts) => Math.min(50 * 2 ** Math.min(attempts, 6), LONGEST_PAUSE_MS),
    });
    this.client.on('error', (error: Error) => {
      if (performance.now() - this.reportedAtMs < REPORT_EVERY_MS) return;
      this.reportedAtMs = performance.now();
      onError(error);
    });
  }

  async load(id: string): Promise<StateSnapshot | null> {
    const [frames, state] = await this.ask(() => this.client.hmgetBuffer(this.key(id), 'frames', 'state'));
    return frames === null || state === null ? null : { frames: Number(frames.toString()), state };
  }

  async save(id: string, { frames, state }: StateSnapshot): Promise<void> {
    const { keepMs } = this.settings;
    await this.ask(() =>
      this.client.eval(SAVE, 1, this.key(id), frames, Buffer.from(state), Math.round(keepMs)),
    );
  }

  async remove(id: string): Promise<void> {
    await this.ask(() => this.client.del(this.key(id)));
  }

  close(): void {
    this.client.disconnect();
  }

  private key(id: string): string {
    return `${this.prefix}:${id}`;
  }

  private async ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (cause) {
      const detail = 'The store of live sessions does not answer.';
      throw new AppError('database_unavailable', { detail, cause });
    }
  }
}
