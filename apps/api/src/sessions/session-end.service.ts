import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import {
  AppError,
  narrativeRequestSchema,
  type SessionEnd,
  type SessionReport,
  type Warning,
} from '@eyeline/contracts';
import { type Database, type SessionRow } from '@eyeline/database';
import { type SessionReports } from '@eyeline/live';
import { type Logger } from 'pino';

import { NarrativeService } from '../narrative/narrative.service.js';
import { CONFIG, DATABASE, LOGGER, SESSION_REPORTS } from '../runtime/runtime.module.js';
import { noSuchSession } from './no-such-session.js';
import { SessionsService } from './sessions.service.js';

const DAY_MS = 24 * 3600 * 1000;

/** Ends sessions: the frames become a report, and go when it is stored. */
@Injectable()
export class SessionEndService {
  /** What is being made, by the row's id. */
  private readonly running = new Map<string, Promise<SessionReport>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(SESSION_REPORTS) private readonly reports: SessionReports,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly narratives: NarrativeService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * The report of a session, which takes no frame from now on. It is stored before this answers; whoever asks again is
   * answered with the same. Asked for by nobody any more, it is made all the same.
   *
   * @throws AppError not_found when it was forgotten meanwhile, database_unavailable, internal
   */
  async end(row: SessionRow, wishes: SessionEnd): Promise<SessionReport> {
    const stored = await this.database.sessions.findReport(row.id);
    if (stored !== null) return stored;
    const running = this.running.get(row.id);
    if (running !== undefined) return running;
    const work = this.makeReport(row.id, wishes).finally(() => this.running.delete(row.id));
    this.running.set(row.id, work);
    return work;
  }

  private async makeReport(id: string, wishes: SessionEnd): Promise<SessionReport> {
    const { sessions } = this.database;
    await sessions.beginEnd(id, new Date());
    try {
      const report = await this.assemble(id, wishes);
      const expiresAt = new Date(Date.now() + this.config.retainReportDays * DAY_MS);
      if (await sessions.finish(id, report, expiresAt)) {
        await this.sessions.forgetState(id);
        return report;
      }
    } catch (error) {
      // Another process was faster, and the frames went while they were read here.
      const stored = await sessions.findReport(id);
      if (stored !== null) return stored;
      if ((await sessions.findById(id)) === null) throw noSuchSession();
      throw error;
    }
    const stored = await sessions.findReport(id);
    if (stored === null) throw noSuchSession();
    return stored;
  }

  private async assemble(id: string, wishes: SessionEnd): Promise<SessionReport> {
    const row = await this.database.sessions.findById(id);
    if (row === null) throw noSuchSession();
    const { name, startedAt, endingAt, engine, width, height, frames } = row;
    const report = await this.reports.assemble(id, {
      ...{ name, startedAt, endedAt: endingAt ?? new Date(), engine, width, height, frames },
      ...{ context: wishes.context ?? null, range: await this.database.sessions.findRange(id) },
    });
    if (report.sampling.frames_decoded !== frames) {
      throw new AppError('internal', { detail: 'Frames of the session are missing.' });
    }
    const isWanted = wishes.context !== undefined || wishes.language !== undefined;
    return isWanted && this.config.languageModel !== null ? this.tell(report, wishes) : report;
  }

  /** Without a narrative if need be: the report is worth more. */
  private async tell(report: SessionReport, wishes: SessionEnd): Promise<SessionReport> {
    try {
      const request = narrativeRequestSchema.parse(wishes);
      const narrative = await this.narratives.write(report, request, new AbortController().signal);
      return { ...report, narrative };
    } catch (error) {
      this.logger.warn({ err: error }, 'a session is reported without its narrative');
      const { code, detail } = AppError.from(error);
      const message = `The narrative could not be written (${code}): ${detail} Ask for it again.`;
      const warning: Warning = { code: 'no_narrative', message };
      return { ...report, warnings: [...report.warnings, warning] };
    }
  }
}
