import { Injectable } from '@nestjs/common';
import { analysisOptionsSchema, AppError, type Report } from '@eyeline/contracts';
import { type AnalysisRow } from '@eyeline/database';
import { type Request } from 'express';

import { AnalysesService } from '../../analyses/analyses.service.js';
import { AnalysisControl } from '../../analyses/analysis-control.service.js';
import { AnalysisWaiter } from '../../analyses/analysis-waiter.service.js';
import { ResultsService } from '../../analyses/results/results.service.js';
import { type ProcessFrameQuery } from './process-frame.schemas.js';

/** An analysis like any other, whose client waits for it in one request. */
@Injectable()
export class ProcessFrameService {
  constructor(
    private readonly analyses: AnalysesService,
    private readonly waiter: AnalysisWaiter,
    private readonly control: AnalysisControl,
    private readonly results: ResultsService,
  ) {}

  /**
   * Nobody asks for the video again: it goes with the end of the analysis.
   *
   * @throws AppError as `POST /v1/analyses`
   */
  start(projectId: string, request: Request, query: ProcessFrameQuery): Promise<AnalysisRow> {
    const options = analysisOptionsSchema.parse({
      frame_interval: query.frame_interval,
      scale: query.scale_factor,
      retain_video_hours: 0,
    });
    return this.analyses.startRaw(projectId, request, { options, tag: null, metadata: {}, webhookUrl: null });
  }

  /**
   * The report, as soon as it is there.
   *
   * @param gone fires when nobody waits for it any more: then the analysis is canceled
   * @param onCanceled hears that it was
   * @throws AppError what the analysis failed with; canceled, also when it was deleted before its end; not_found when it
   * was deleted right after; not_ready when the API stops
   */
  async finish(projectId: string, id: string, gone: AbortSignal, onCanceled: () => void): Promise<Report> {
    const row = await this.untilEnd(projectId, id, gone);
    if (row.status === 'completed') return this.results.report(projectId, id);
    if (row.error !== null) throw new AppError(row.error.code, row.error);
    if (row.status === 'canceled') {
      throw new AppError('canceled', { detail: `The analysis ${id} was canceled.` });
    }
    if (!gone.aborted) {
      const detail = `This process of the API stops; the analysis ${id} goes on: ask for /v1/analyses/${id}.`;
      throw new AppError('not_ready', { detail });
    }
    if (await this.giveUp(projectId, id)) onCanceled();
    throw new AppError('canceled', { detail: 'The client did not wait for it.' });
  }

  /** A deletion ends it first: whether its row is seen in between or is gone is chance, so both are answered alike. */
  private async untilEnd(projectId: string, id: string, gone: AbortSignal): Promise<AnalysisRow> {
    try {
      return await this.waiter.find(projectId, id, Infinity, gone);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
      throw new AppError('canceled', { detail: `The analysis ${id} was deleted.`, cause: error });
    }
  }

  /** False: it has ended in between. */
  private async giveUp(projectId: string, id: string): Promise<boolean> {
    try {
      await this.control.cancel(projectId, id);
      return true;
    } catch (error) {
      if (error instanceof AppError && ['conflict', 'not_found'].includes(error.code)) return false;
      throw error;
    }
  }
}
