import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Narrative, narrativeRequestSchema } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { Audited } from '../../audit/audited.decorator.js';
import { clientGone } from '../../common/http/client-gone.js';
import { ZodBodyPipe } from '../../common/problems/zod-body.pipe.js';
import { Answers, Problems, Summary, Takes } from '../../docs/operation.decorators.js';
import { NeedsScope } from '../../keys/needs-scope.decorator.js';
import { ProjectId } from '../../keys/project-id.decorator.js';
import { NARRATIVE_PROBLEMS } from '../../narrative/narrative-problems.js';
import { NarrativeService } from '../../narrative/narrative.service.js';
import { ResultsService } from './results.service.js';

/** Every field has a default, so that no body is as good as an empty one. */
const readRequest = new ZodBodyPipe(narrativeRequestSchema);

@ApiTags('Results')
@Controller('v1/analyses/:id/narrative')
export class NarrativeController {
  constructor(
    private readonly results: ResultsService,
    private readonly narratives: NarrativeService,
  ) {}

  /** It costs the operator money, therefore the scope. Nothing of it is kept, so that deleting the analysis is enough. */
  @Post()
  @HttpCode(200)
  @Audited('narrative_requested')
  @NeedsScope('analyses:write')
  @Summary(
    'Have the report told',
    'A short text by a language model, which is given the course of expressions, not the video. Each time that it names is in the report. It is written anew each time and not kept.',
  )
  @Takes('NarrativeRequest')
  @Answers(200, 'Narrative', 'The text, and the times that it names.')
  @Problems(...NARRATIVE_PROBLEMS)
  async tell(
    @ProjectId() projectId: string,
    @Param('id') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Narrative> {
    const report = await this.results.report(projectId, id);
    const wanted = readRequest.transform(request.body ?? {});
    return this.narratives.write(report, wanted, clientGone(response));
  }
}
