import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';

import { publicUrl } from '../common/http/public-url.js';
import { AnswersStream, Problems, Summary } from '../docs/operation.decorators.js';
import { PageFiles } from '../pages/page-files.service.js';
import { type Greeting } from './greeting.schema.js';

@ApiTags('Operations')
@Controller()
export class RootController {
  constructor(private readonly files: PageFiles) {}

  @Get()
  @Summary('Is the API up?', 'A browser gets the dashboard.')
  @AnswersStream({ 'application/json': 'Greeting', 'text/html': 'text' })
  @Problems('forbidden', 'not_found')
  async greet(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.vary('Accept');
    if (request.accepts(['json', 'html']) === 'html') {
      await this.files.sendIndex(request, response);
      return;
    }
    const apiUrl = publicUrl(request);
    const greeting: Greeting = {
      ...{ name: 'eyeline', status: 'ok' },
      ...{ docs: `${apiUrl}/docs`, openapi: `${apiUrl}/openapi.json` },
    };
    response.json(greeting);
  }
}
