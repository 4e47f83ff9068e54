import { Injectable } from '@nestjs/common';

import { AnalysesService } from '../analyses/analyses.service.js';
import { ResultsService } from '../analyses/results/results.service.js';
import { writeCaptions } from './captions/write-captions.js';
import { renderReportPage } from './report-page/render-report-page.js';

/**
 * What is made of a report for people and players, each time it is asked for: pure functions of the report, which never
 * changes. What a worker has made and stored is in `StoredArtifacts`.
 */
@Injectable()
export class RenderedArtifacts {
  constructor(
    private readonly analyses: AnalysesService,
    private readonly results: ResultsService,
  ) {}

  /** @throws AppError as for the report */
  async reportPage(projectId: string, id: string): Promise<string> {
    const report = await this.results.report(projectId, id);
    return renderReportPage(report, await this.analyses.find(projectId, id));
  }

  /** @throws AppError as for the report */
  async captions(projectId: string, id: string): Promise<string> {
    return writeCaptions(await this.results.report(projectId, id));
  }
}
