import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';

import { Audited } from '../../audit/audited.decorator.js';
import { clientGone } from '../../common/http/client-gone.js';
import { ZodBodyPipe } from '../../common/problems/zod-body.pipe.js';
import { Answers, Problems, Summary, Takes } from '../../docs/operation.decorators.js';
import { NeedsScope } from '../../keys/needs-scope.decorator.js';
import { NarrativeService } from '../../narrative/narrative.service.js';
import { insteadOf, PROTOTYPE_TAG } from '../prototype-tag.js';
import {
  type PrototypeAnalysis,
  type PrototypeSession,
  prototypeSessionSchema,
} from './analyze-session.schemas.js';
import { readSequence } from './read-sequence.js';

@ApiTags(PROTOTYPE_TAG)
@Controller('analyze_session')
export class AnalyzeSessionController {
  constructor(private readonly narratives: NarrativeService) {}

  @Post()
  @HttpCode(200)
  @Audited('narrative_requested')
  @NeedsScope('analyses:write')
  @Summary(
    'Have a list of expressions told',
    'By the language model that is configured, in the language of the labels. Nothing of it is kept. ' +
      insteadOf('POST /v1/analyses/{id}/narrative', 'narrative_tell', 'Results'),
  )
  @Takes('PrototypeSession')
  @Answers(200, 'PrototypeAnalysis', 'The text. It names no times, since none are known.')
  @Problems(
    ...(['invalid_request', 'canceled', 'timed_out'] as const),
    ...(['narrative_not_configured', 'narrative_unavailable', 'narrative_failed'] as const),
  )
  async analyze(
    @Body(new ZodBodyPipe(prototypeSessionSchema)) body: PrototypeSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PrototypeAnalysis> {
    const gone = clientGone(response);
    return { analysis: await this.narratives.writeOfSequence(readSequence(body), gone) };
  }
}
