import { AppError } from '@eyeline/contracts';
import { type Response } from 'express';

import { type Caller } from '../keys/caller.js';
import { type LiveConnection } from './live-connection.js';

/** A client that has too many connections may have closed some of them after so many seconds. */
const RETRY_AFTER_S = 5;

/** The open connections of this process, and whose they are. */
export class ConnectionRegister {
  private readonly open = new Map<LiveConnection, string | null>();

  constructor(
    private readonly limits: { readonly maxConnections: number; readonly maxConnectionsPerKey: number },
    private readonly onChange: (open: number) => void,
  ) {}

  get all(): LiveConnection[] {
    return [...this.open.keys()];
  }

  /**
   * This machine itself, as long as no key exists, may have all there are.
   *
   * @throws AppError live_overloaded, rate_limited
   */
  requireRoom({ keyId }: Caller, response: Response): void {
    const { maxConnections, maxConnectionsPerKey } = this.limits;
    if (this.open.size >= maxConnections) {
      throw new AppError('live_overloaded', {
        detail: `${maxConnections} live connections are open, which is the most.`,
      });
    }
    if (keyId === null) return;
    const own = [...this.open.values()].filter((id) => id === keyId).length;
    if (own < maxConnectionsPerKey) return;
    response.set('Retry-After', String(RETRY_AFTER_S));
    throw new AppError('rate_limited', {
      detail: `${maxConnectionsPerKey} live connections of this key are open, which is the most: close one.`,
    });
  }

  add(connection: LiveConnection, { keyId }: Caller): void {
    this.open.set(connection, keyId);
    this.onChange(this.open.size);
  }

  remove(connection: LiveConnection): void {
    this.open.delete(connection);
    this.onChange(this.open.size);
  }
}
