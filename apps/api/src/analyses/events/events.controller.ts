import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';

import { AnswersNothing, AnswersStream, Problems, Summary } from '../../docs/operation.decorators.js';
import { NeedsScope } from '../../keys/needs-scope.decorator.js';
import { ProjectId } from '../../keys/project-id.decorator.js';
import { AnalysisEvents } from './analysis-events.service.js';

@ApiTags('Analyses')
@Controller('v1/analyses/:id/events')
export class EventsController {
  constructor(private readonly events: AnalysisEvents) {}

  @Get()
  @NeedsScope('analyses:read')
  @Summary(
    'Follow an analysis',
    'Server-Sent Events: `progress` at once and whenever it moves on, then one of `completed`, `failed`, `canceled`, ' +
      'after which the stream closes. The data of each is the Analysis as JSON. A stream that breaks is resumed with ' +
      'the id of the last event. A comment is sent every 15 s.',
  )
  @ApiHeader({
    name: 'Last-Event-ID',
    description: 'The id of the last event that was seen: what is newer is sent.',
    required: false,
    schema: { type: 'string' },
    example: '1-2-437500',
  })
  @AnswersStream({ 'text/event-stream': 'text' })
  @AnswersNothing('The end of this analysis is what `Last-Event-ID` names: nothing more will come.')
  @Problems('not_found', 'too_many_streams', 'database_unavailable')
  follow(
    @ProjectId() projectId: string,
    @Req() request: Request,
    @Res() response: Response,
    @Param('id') id: string,
  ): Promise<void> {
    return this.events.answer(projectId, id, request, response);
  }
}
