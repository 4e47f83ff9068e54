import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Me, type NewSignIn, newSignInSchema } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { Audited, AuditedWithin } from '../audit/audited.decorator.js';
import { ZodBodyPipe } from '../common/problems/zod-body.pipe.js';
import { Answers, AnswersNothing, Problems, Summary, Takes } from '../docs/operation.decorators.js';
import { callerOf } from '../keys/caller.js';
import { NeedsAnyKey } from '../keys/needs-scope.decorator.js';
import { MeService } from './me.service.js';

@ApiTags('Sign-in')
@Controller('v1/me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @NeedsAnyKey()
  @Summary('Who am I?', 'Whose key this is and what it allows, and what this service can do.')
  @Answers(200, 'Me', 'Who sent this request.')
  @Problems('database_unavailable')
  tell(@Req() request: Request): Me {
    return this.me.present(callerOf(request));
  }

  @Post('session')
  @HttpCode(200)
  @Audited('signed_in')
  @Summary(
    'Sign in',
    'For browsers: the answer sets a cookie that stands for the key until it is not used for `SIGN_IN_IDLE_S`, the key is ' +
      'revoked, or it is ended. No script can read it, it does not hold the key, and what changes something is taken ' +
      'from pages of this service alone (`Sec-Fetch-Site`, or `Origin`). An `Authorization` header counts before it.',
  )
  @Takes('NewSignIn')
  @Answers(200, 'Me', 'Who is signed in now.', ['Set-Cookie'])
  @Problems(
    ...(['invalid_request', 'unauthorized', 'forbidden', 'payload_too_large'] as const),
    ...(['rate_limited', 'database_unavailable'] as const),
  )
  async signIn(
    @Body(new ZodBodyPipe(newSignInSchema)) { key }: NewSignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    return this.me.present(await this.me.signIn(key, request, response));
  }

  @Delete('session')
  @HttpCode(204)
  @AuditedWithin('signed_out')
  @Summary('Sign out', 'Ends the sign-in of the cookie, if there is one.')
  @AnswersNothing('Nobody is signed in.', { headers: ['Set-Cookie'] })
  @Problems('forbidden', 'rate_limited', 'database_unavailable')
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.me.signOut(request, response);
  }
}
