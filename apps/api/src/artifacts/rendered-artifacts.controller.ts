import { Controller, Get, Param, Res, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';

import { EtagInterceptor } from '../common/http/etag.interceptor.js';
import { AnswersStream, ResultProblems, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { ProjectId } from '../keys/project-id.decorator.js';
import { RenderedArtifacts } from './rendered-artifacts.service.js';
import { PAGE_POLICY } from './report-page/style.js';

/** The report in other forms, made when they are asked for. */
@ApiTags('Results')
@Controller('v1/analyses/:id/artifacts')
@UseInterceptors(EtagInterceptor)
export class RenderedArtifactsController {
  constructor(private readonly artifacts: RenderedArtifacts) {}

  @Get('report.html')
  @NeedsScope('analyses:read')
  @Summary(
    'Get the report as a page',
    'For people, on a screen and on A4. It needs nothing else: save it, print it, send it.',
  )
  @AnswersStream({ 'text/html': 'text' })
  @ResultProblems('database_unavailable')
  async reportPage(
    @ProjectId() projectId: string,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
  ): Promise<string> {
    const page = await this.artifacts.reportPage(projectId, id);
    response.set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAGE_POLICY });
    return page;
  }

  @Get('captions.vtt')
  @NeedsScope('analyses:read')
  @Summary(
    'Get captions',
    'WebVTT for a player to show beside the video: the prevailing expression and eye contact.',
  )
  @AnswersStream({ 'text/vtt': 'text' })
  @ResultProblems('database_unavailable')
  async captions(
    @ProjectId() projectId: string,
    @Res({ passthrough: true }) response: Response,
    @Param('id') id: string,
  ): Promise<string> {
    const captions = await this.artifacts.captions(projectId, id);
    response.set('Content-Type', 'text/vtt; charset=utf-8');
    return captions;
  }
}
