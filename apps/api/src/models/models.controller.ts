import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Config } from '@eyeline/config';
import { type modelListSchema } from '@eyeline/contracts';
import { describeModels } from '@eyeline/live';
import { type z } from 'zod';

import { Answers, Problems, Summary } from '../docs/operation.decorators.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { CONFIG } from '../runtime/runtime.module.js';

@ApiTags('Analyses')
@Controller('v1/models')
export class ModelsController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @NeedsScope('analyses:read')
  @Summary(
    'List networks',
    'Those that are shipped and those of the operator, with their model cards: how each was measured, and what it cannot ' +
      'do. A report names the ones that looked by their `sha256`.',
  )
  @Answers(200, 'ModelList', 'All of them on one page, the shipped ones first.')
  @Problems('internal')
  async list(): Promise<z.infer<typeof modelListSchema>> {
    return { data: await describeModels(this.config.models.folder), next_cursor: null };
  }
}
