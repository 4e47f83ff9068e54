import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';

import { Answers, AnswersStream, Problems, Summary } from '../docs/operation.decorators.js';
import { type Health, type PrototypeHealth } from './health.schemas.js';
import { HealthService } from './health.service.js';
import { MetricsService } from './metrics.service.js';

@ApiTags('Operations')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly metrics: MetricsService,
  ) {}

  @Get('livez')
  @Header('Cache-Control', 'no-store')
  @Summary('Liveness', 'The process serves requests.')
  @Answers(200, 'Liveness', 'It does.')
  @Problems('forbidden')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  @Summary('Readiness', 'Whether everything the API depends on is there.')
  @Answers(200, 'Readiness', 'Everything is up.')
  @Answers(503, 'Readiness', 'Something is down; each dependency says which.')
  @Problems('forbidden')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const health = await this.health.check();
    response.status(health.status === 'ok' ? 200 : 503);
    return health;
  }

  @Get('health')
  @Header('Cache-Control', 'no-store')
  @Summary(
    'Health, as the prototypes had it',
    'That images can be looked at. What the service depends on beside is told by `/readyz`.',
  )
  @Answers(200, 'PrototypeHealth', 'They can.')
  @Answers(503, 'PrototypeHealth', 'A network is missing or damaged; the log says which.')
  @Problems('forbidden')
  async tellModels(@Res({ passthrough: true }) response: Response): Promise<PrototypeHealth> {
    const isLoaded = await this.health.hasModels();
    response.status(isLoaded ? 200 : 503);
    return { status: isLoaded ? 'ok' : 'unavailable', model_loaded: isLoaded };
  }

  @Get('metrics')
  @Header('Cache-Control', 'no-store')
  @Summary('Metrics', 'In the text form of Prometheus.')
  @AnswersStream({ 'text/plain': 'text' })
  @Problems('forbidden')
  async measure(@Res({ passthrough: true }) response: Response): Promise<string> {
    response.type(this.metrics.contentType);
    return this.metrics.read();
  }
}
