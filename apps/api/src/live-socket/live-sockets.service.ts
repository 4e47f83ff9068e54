import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, type ErrorCode, type LiveFrameFields } from '@eyeline/contracts';
import { type Request, type Response } from 'express';
import { type Logger } from 'pino';
import { type WebSocket } from 'ws';

import { publicUrl } from '../common/http/public-url.js';
import { invalidRequest } from '../common/problems/field-errors.js';
import { Authenticator } from '../keys/authenticator.service.js';
import { callerOf } from '../keys/caller.js';
import { LiveDesk } from '../live/live-desk.service.js';
import { LiveMetrics } from '../live/live-metrics.service.js';
import { RateLimits } from '../rate-limits/rate-limits.service.js';
import { CONFIG, LOGGER } from '../runtime/runtime.module.js';
import { findUpgrade } from './accept-upgrades.js';
import { ConnectionRegister } from './connection-register.js';
import { CONNECTION_TIMES } from './connection-times.js';
import { Handshake } from './handshake.js';
import { type ConnectionWork, LiveConnection } from './live-connection.js';
import { longestMessage, readConnectionFields, readMessage } from './read-message.js';
import { requireOrigin } from './require-origin.js';

/** The live connections of this process: opened by requests that were let in, closed with the process. */
@Injectable()
export class LiveSockets implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly handshake: Handshake;
  private readonly register: ConnectionRegister;
  private stopped: Promise<unknown> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly desk: LiveDesk,
    private readonly limits: RateLimits,
    private readonly authenticator: Authenticator,
    private readonly metrics: LiveMetrics,
  ) {
    this.handshake = new Handshake(longestMessage(config.live.maxImageBytes));
    this.register = new ConnectionRegister(config.live, (open) => this.metrics.setConnections(open));
  }

  /** @throws AppError invalid_request, forbidden, live_overloaded, rate_limited */
  open(request: Request, response: Response): void {
    const fields = readConnectionFields(request);
    requireOrigin(request, this.config.corsOrigins);
    if (this.stopped !== null) {
      throw new AppError('live_overloaded', { detail: 'This process stops: connect again.' });
    }
    this.register.requireRoom(callerOf(request), response);
    // Last: who cannot see why a WebSocket was refused, as in a browser, may ask by a plain request.
    const upgrade = findUpgrade(request);
    if (upgrade === null) {
      throw invalidRequest([{ pointer: 'Upgrade', message: 'Open this address as a WebSocket.' }]);
    }
    this.handshake.complete(request, response, upgrade, (socket) => this.serve(socket, request, fields));
  }

  /** Connections end while requests do, and what is stopped after them is still there for the frames in work. */
  onModuleDestroy(): void {
    this.stopped = Promise.all(this.register.all.map((connection) => connection.stop()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stopped;
  }

  private serve(socket: WebSocket, request: Request, fields: LiveFrameFields): void {
    const caller = callerOf(request);
    const openedAtMs = performance.now();
    const connection = new LiveConnection(socket, this.workFor(request, fields), CONNECTION_TIMES);
    this.register.add(connection, caller);
    socket.once('close', (code) => {
      this.register.remove(connection);
      const durationMs = Math.round(performance.now() - openedAtMs);
      const { keyId } = caller;
      const ids = { requestId: request.id, ...(keyId === null ? {} : { keyId }) };
      this.logger.info({ ...ids, ...connection.counts, code, durationMs }, 'live connection closed');
    });
  }

  private workFor(request: Request, fields: LiveFrameFields): ConnectionWork {
    const caller = callerOf(request);
    const { maxImageBytes } = this.config.live;
    /** The last frame failed with it, so that an outage is not told for every frame. */
    let failedWith: ErrorCode | null = null;
    return {
      maxImageBytes,
      answer: async (message, gone) => {
        if (caller.keyId !== null) await this.limits.take('live', `key:${caller.keyId}`, null);
        const record = await this.desk.answer(
          ...([caller, () => readMessage(message, fields, maxImageBytes), gone] as const),
        );
        failedWith = null;
        return record;
      },
      toProblem: (error) => {
        if (error.status >= 500 && error.code !== failedWith) {
          request.log.error({ err: error.cause ?? error, code: error.code }, error.message);
        }
        failedWith = error.code;
        const problem = error.toProblem(request.id as string);
        return { ...problem, type: `${publicUrl(request)}${problem.type}` };
      },
      isStillKnown: () => this.authenticator.stillKnows(request),
      onDropped: () => this.metrics.countDropped(),
    };
  }
}
