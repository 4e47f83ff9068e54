import { applyDecorators, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Config } from '@eyeline/config';
import { type LiveFrameRecord } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { clientGone } from '../../common/http/client-gone.js';
import { publicUrl } from '../../common/http/public-url.js';
import { invalidRequest } from '../../common/problems/field-errors.js';
import { Answers, Problems, Summary, Takes } from '../../docs/operation.decorators.js';
import { callerOf } from '../../keys/caller.js';
import { NeedsScope } from '../../keys/needs-scope.decorator.js';
import { LiveDesk } from '../../live/live-desk.service.js';
import { CONFIG } from '../../runtime/runtime.module.js';
import { insteadOf, PROTOTYPE_TAG } from '../prototype-tag.js';
import {
  type PrototypeAnalyze,
  type PrototypeFaces,
  prototypePictureSchema,
  type PrototypePredict,
  prototypeSessionPictureSchema,
  prototypeStreamFrameSchema,
} from './frames.schemas.js';
import { toAnalyzeAnswer, toFacesAnswer, toPredictAnswer } from './present-faces.js';
import { missingPicture, type PictureForm, receivePicture } from './receive-picture.js';

/** As `POST /v1/frames`, of which the audit log has no line either. */
const LooksAtPicture = (): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    NeedsScope('analyses:write'),
    Problems(
      ...(['invalid_request', 'payload_too_large', 'unsupported_media', 'too_many_pixels'] as const),
      ...(['conflict', 'canceled', 'live_overloaded', 'live_unavailable', 'timed_out'] as const),
      'database_unavailable',
    ),
  );

const NATIVE = insteadOf('POST /v1/frames', 'frames_analyse', 'Live');

/** The prototypes' routes for single pictures: `POST /v1/frames` in other shapes. */
@ApiTags(PROTOTYPE_TAG)
@Controller()
export class PrototypeFramesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly desk: LiveDesk,
  ) {}

  @Post('analyze')
  @LooksAtPicture()
  @Summary(
    'The largest face, in percent',
    `With \`session_id\` smoothed over the pictures of that session. ${NATIVE}`,
  )
  @Takes('PrototypeSessionPicture')
  @Answers(200, 'PrototypeAnalyze', 'The largest face, or that there is none.')
  async analyze(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PrototypeAnalyze> {
    const form = { field: 'image', schema: prototypeSessionPictureSchema, hasSessions: true } as const;
    return toAnalyzeAnswer(await this.look(request, response, form));
  }

  @Post('predict_emotion')
  @LooksAtPicture()
  @Summary('All faces', `Each picture stands for itself. ${NATIVE}`)
  @Takes('PrototypePicture')
  @Answers(200, 'PrototypeFaces', 'The faces, the largest first.')
  async predictEmotion(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PrototypeFaces> {
    const form = { field: 'image', schema: prototypePictureSchema, hasSessions: false } as const;
    return toFacesAnswer(await this.look(request, response, form));
  }

  @Post('predict_emotion_stream')
  @LooksAtPicture()
  @Summary(
    'All faces of a picture out of many',
    `With \`session_id\` smoothed over the pictures of that session. ${NATIVE}`,
  )
  @Takes('PrototypeStreamFrame')
  @Answers(200, 'PrototypeFaces', 'The faces, the largest first.')
  async predictEmotionStream(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PrototypeFaces> {
    const form = { field: 'frame', schema: prototypeStreamFrameSchema, hasSessions: true } as const;
    return toFacesAnswer(await this.look(request, response, form));
  }

  @Post('predict')
  @LooksAtPicture()
  @Summary(
    'The largest face, under names in capitals',
    `Each picture stands for itself. This API opens no camera: the Live page (\`/live\`) does, in the browser. ${NATIVE}`,
  )
  @Takes('PrototypePicture')
  @Answers(200, 'PrototypePredict', 'The largest face, or that there is none.')
  async predict(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PrototypePredict> {
    const missing = invalidRequest([{ pointer: '/image', message: noCamera(publicUrl(request)) }]);
    const form = { field: 'image', schema: prototypePictureSchema, hasSessions: false, missing } as const;
    return toPredictAnswer(await this.look(request, response, form));
  }

  private look(
    request: Request,
    response: Response,
    form: Omit<PictureForm, 'missing'> & Partial<Pick<PictureForm, 'missing'>>,
  ): Promise<LiveFrameRecord> {
    const whole = { missing: missingPicture(form.field), ...form };
    const receive = () => receivePicture(request, whole, this.config.live.maxImageBytes);
    return this.desk.answer(callerOf(request), receive, clientGone(response));
  }
}

const noCamera = (apiUrl: string): string =>
  'It is missing: send {"image": "data:image/jpeg;base64,..."}. The server opens no camera; ' +
  `the Live page ${apiUrl}/live does, in the browser, at 1280x720.`;
