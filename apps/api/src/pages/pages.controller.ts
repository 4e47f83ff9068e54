import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { PageFiles } from './page-files.service.js';
import { PAGE_PATHS, TOP_FILES } from './page-paths.js';

/** The dashboard. It holds no data and needs no key; what it asks for does. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(private readonly files: PageFiles) {}

  @Get([...PAGE_PATHS])
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.vary('Accept');
    if (request.accepts('html') === false) {
      throw new AppError('not_found', {
        detail: `${request.path} is a page of the dashboard, for browsers. The API is below /v1.`,
      });
    }
    return this.files.sendIndex(request, response);
  }

  @Get('assets/*path')
  sendAsset(
    @Param('path') path: string[],
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.files.send(request, response, ['assets', ...path].join('/'), 'named');
  }

  @Get([...TOP_FILES])
  sendTopFile(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.files.send(request, response, request.path.slice(1), 'changing');
  }
}
