import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Config } from '@eyeline/config';
import { liveFrameFieldsSchema, type LiveFrameRecord } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { clientGone } from '../common/http/client-gone.js';
import { Answers, Problems, QueryOf, Summary } from '../docs/operation.decorators.js';
import { callerOf } from '../keys/caller.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { CONFIG } from '../runtime/runtime.module.js';
import { LiveDesk } from './live-desk.service.js';
import { receiveImage } from './receive-image.js';

@ApiTags('Live')
@Controller('v1/frames')
export class FramesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly desk: LiveDesk,
  ) {}

  /** No line of the audit log: a session has one when it ends, other frames change nothing. It costs work, therefore the scope. */
  @Post()
  @HttpCode(200)
  @NeedsScope('analyses:write')
  @Summary(
    'Look at one image',
    'A JPEG, PNG or WebP image, answered at once with what a frame of a video has. With `session_id` emotions are smoothed over the session, which keeps what was seen until it is ended; the image is never kept.',
  )
  @QueryOf(liveFrameFieldsSchema)
  @Answers(200, 'LiveFrameRecord', 'The faces, the largest first.')
  @Problems(
    'invalid_request',
    'payload_too_large',
    'unsupported_media',
    'too_many_pixels',
    'conflict',
    'canceled',
    'live_overloaded',
    'live_unavailable',
    'timed_out',
    'database_unavailable',
  )
  analyse(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<LiveFrameRecord> {
    const receive = () => receiveImage(request, this.config.live.maxImageBytes);
    return this.desk.answer(callerOf(request), receive, clientGone(response));
  }
}
