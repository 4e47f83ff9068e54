import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Config } from '@eyeline/config';
import {
  type Narrative,
  narrativeRequestSchema,
  type Session,
  sessionEndSchema,
  sessionIdSchema,
  type SessionReport,
} from '@eyeline/contracts';
import { type SessionName } from '@eyeline/database';
import { type Request, type Response } from 'express';

import { Audited } from '../audit/audited.decorator.js';
import { clientGone } from '../common/http/client-gone.js';
import { publicUrl } from '../common/http/public-url.js';
import { ZodBodyPipe } from '../common/problems/zod-body.pipe.js';
import { Answers, AnswersNothing, Problems, Summary, Takes } from '../docs/operation.decorators.js';
import { callerOf } from '../keys/caller.js';
import { NeedsScope } from '../keys/needs-scope.decorator.js';
import { NARRATIVE_PROBLEMS } from '../narrative/narrative-problems.js';
import { NarrativeService } from '../narrative/narrative.service.js';
import { CONFIG } from '../runtime/runtime.module.js';
import { noSuchSession } from './no-such-session.js';
import { presentSession } from './present-session.js';
import { SessionEndService } from './session-end.service.js';
import { SessionsService } from './sessions.service.js';

/** Every field may be left out, so that no body is as good as an empty one. */
const readEnd = new ZodBodyPipe(sessionEndSchema);
const readNarrative = new ZodBodyPipe(narrativeRequestSchema);

@ApiTags('Live')
@Controller('v1/sessions/:session_id')
export class SessionsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionsService,
    private readonly ends: SessionEndService,
    private readonly narratives: NarrativeService,
  ) {}

  @Get()
  @NeedsScope('analyses:read')
  @Summary('Look at a session', 'The open one of this name, otherwise the last that has ended.')
  @Answers(200, 'Session', 'How far it is.')
  @Problems('not_found', 'database_unavailable')
  async find(@Param('session_id') name: string, @Req() request: Request): Promise<Session> {
    const row = await this.sessions.find(nameOf(request, name));
    return presentSession(row, this.config.sessions, publicUrl(request));
  }

  @Post('end')
  @HttpCode(200)
  @Audited('session_ended')
  @NeedsScope('analyses:write')
  @Summary(
    'End a session',
    'Makes the report of all its frames, by the rules of videos, and lets the frames go. Ending it again answers the same report; a frame after the end begins a new session of the same name.',
  )
  @Takes('SessionEnd')
  @Answers(200, 'SessionReport', 'The report of the session.')
  @Problems('invalid_request', 'not_found', 'database_unavailable')
  async end(@Param('session_id') name: string, @Req() request: Request): Promise<SessionReport> {
    const row = await this.sessions.find(nameOf(request, name));
    return this.ends.end(row, readEnd.transform(request.body ?? {}));
  }

  @Get('report')
  @NeedsScope('analyses:read')
  @Summary('Get the report of a session', 'Of the last session of this name that has ended.')
  @Answers(200, 'SessionReport', 'The report of the session.')
  @Problems('not_found', 'not_ready', 'database_unavailable')
  report(@Param('session_id') name: string, @Req() request: Request): Promise<SessionReport> {
    return this.sessions.report(nameOf(request, name));
  }

  /** As for videos: it costs the operator money, therefore the scope, and nothing of it is kept. */
  @Post('narrative')
  @HttpCode(200)
  @Audited('narrative_requested')
  @NeedsScope('analyses:write')
  @Summary(
    'Have the report of a session told',
    'As for a video: a short text by a language model, written anew each time and not kept.',
  )
  @Takes('NarrativeRequest')
  @Answers(200, 'Narrative', 'The text, and the times that it names.')
  @Problems(...NARRATIVE_PROBLEMS)
  async tell(
    @Param('session_id') name: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Narrative> {
    const report = await this.sessions.report(nameOf(request, name));
    const wanted = readNarrative.transform(request.body ?? {});
    return this.narratives.write(report, wanted, clientGone(response));
  }

  @Delete()
  @HttpCode(204)
  @Audited('session_deleted')
  @NeedsScope('analyses:write')
  @Summary('Forget a session', 'All sessions of this name: what was seen in their frames, and their reports.')
  @AnswersNothing('Nothing is kept of it any more.')
  @Problems('not_found', 'database_unavailable')
  async remove(@Param('session_id') name: string, @Req() request: Request): Promise<void> {
    await this.sessions.remove(nameOf(request, name));
  }
}

/** @throws AppError not_found for what no session can be called */
function nameOf(request: Request, name: string): SessionName {
  if (!sessionIdSchema.safeParse(name).success) throw noSuchSession();
  const { projectId, keyId } = callerOf(request);
  return { projectId, keyId, name };
}
