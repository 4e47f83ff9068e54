import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';

import { publicUrl } from '../common/http/public-url.js';
import { Answers, AnswersNothing, Problems, Summary } from '../docs/operation.decorators.js';
import { type Greeting } from './greeting.schema.js';

@ApiTags('Operations')
@Controller()
export class RootController {
  @Get()
  @Summary('Is the API up?', 'A browser is led to the pages of this documentation.')
  @Answers(200, 'Greeting', 'It is.')
  @AnswersNothing('A browser: to `/docs`.', { status: 302, headers: ['Location'] })
  @Problems('forbidden')
  greet(@Req() request: Request, @Res({ passthrough: true }) response: Response): Greeting | undefined {
    response.vary('Accept');
    if (request.accepts(['json', 'html']) === 'html') {
      response.redirect('/docs');
      return undefined;
    }
    const apiUrl = publicUrl(request);
    return { name: 'eyeline', status: 'ok', docs: `${apiUrl}/docs`, openapi: `${apiUrl}/openapi.json` };
  }
}
