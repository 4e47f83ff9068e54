import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { liveConnectionSchema } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { Problems, QueryOf, Summary } from '../docs/operation.decorators.js';
import { DescribesMessages } from '../docs/socket-messages.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { LiveSockets } from './live-sockets.service.js';

@ApiTags('Live')
@Controller('v1/live')
export class LiveSocketController {
  constructor(private readonly sockets: LiveSockets) {}

  /** Nothing is changed or kept, therefore no line of the audit log; it costs work, therefore the scope. */
  @Get()
  @NeedsScope('analyses:write')
  @Summary(
    'Look at images as they come (WebSocket)',
    'Open it as a WebSocket. Each message to the service is an image: its bytes, or a `LiveFrameRequest` as text. Each ' +
      'message from it is a `LiveMessage`. Frames that come faster than they are looked at are dropped and counted. ' +
      'Browsers send the key as a sub-protocol: `new WebSocket(url, ["eyeline.v1", "eyeline.key.ey_..."])`.',
  )
  @QueryOf(liveConnectionSchema)
  @DescribesMessages({ sends: 'LiveFrameRequest', receives: 'LiveMessage' })
  @Problems('invalid_request', 'live_overloaded')
  connect(@Req() request: Request, @Res() response: Response): void {
    this.sockets.open(request, response);
  }
}
