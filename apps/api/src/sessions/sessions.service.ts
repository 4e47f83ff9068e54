import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, type SessionReport } from '@eyeline/contracts';
import { type Database, type SessionName, type SessionRow } from '@eyeline/database';
import { type SessionStates } from '@eyeline/live';
import { type Logger } from 'pino';

import { CONFIG, DATABASE, LOGGER, SESSION_STATES } from '../runtime/runtime.module.js';
import { noSuchSession } from './no-such-session.js';

/** Reads and forgets sessions. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(SESSION_STATES) private readonly states: SessionStates | null,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * The open session of the name, otherwise the last that has ended.
   *
   * @throws AppError not_found, database_unavailable
   */
  async find(of: SessionName): Promise<SessionRow> {
    const { sessions } = this.database;
    const open = await sessions.findOpen(of, new Date(Date.now() - this.config.sessions.idleS * 1000));
    // Without a frame it is on its way in only.
    const row = open === null || open.frames === 0 ? await sessions.findEnded(of) : open;
    if (row === null) throw noSuchSession();
    return row;
  }

  /**
   * The report of the last session of the name that has ended.
   *
   * @throws AppError not_found, not_ready, database_unavailable
   */
  async report(of: SessionName): Promise<SessionReport> {
    const row = await this.find(of);
    const ended = row.endedAt === null ? await this.database.sessions.findEnded(of) : row;
    if (ended === null) {
      const detail = 'The session has not ended: the report is made when it does.';
      throw new AppError('not_ready', { detail });
    }
    const report = await this.database.sessions.findReport(ended.id);
    if (report === null) throw noSuchSession();
    return report;
  }

  /**
   * Forgets every session of the name, with all that was kept.
   *
   * @throws AppError not_found, database_unavailable
   */
  async remove(of: SessionName): Promise<void> {
    const ids = await this.database.sessions.remove(of);
    if (ids.length === 0) throw noSuchSession();
    for (const id of ids) await this.forgetState(id);
  }

  /** What is not forgotten now goes by itself, since nobody asks for it again. */
  async forgetState(id: string): Promise<void> {
    await this.states?.remove(id).catch((error: unknown) => {
      this.logger.warn({ err: error }, "a session's state could not be forgotten at once");
    });
  }
}
