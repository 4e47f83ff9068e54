import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Config } from '@eyeline/config';
import { type LiveFrameRecord } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { clientGone } from '../common/http/client-gone.js';
import { Answers, Problems, Summary } from '../docs/operation.decorators.js';
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

  /** Nothing is changed or kept, therefore no line of the audit log; it costs work, therefore the scope. */
  @Post()
  @HttpCode(200)
  @NeedsScope('analyses:write')
  @Summary(
    'Look at one image',
    'A JPEG, PNG or WebP image, answered at once with what a frame of a video has. Nothing of it is kept.',
  )
  @Answers(200, 'LiveFrameRecord', 'The faces, the largest first.')
  @Problems(
    'invalid_request',
    'payload_too_large',
    'unsupported_media',
    'too_many_pixels',
    'not_supported',
    'canceled',
    'live_overloaded',
    'timed_out',
  )
  analyse(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<LiveFrameRecord> {
    const receive = () => receiveImage(request, this.config.live.maxImageBytes);
    return this.desk.answer(callerOf(request), receive, clientGone(response));
  }
}
