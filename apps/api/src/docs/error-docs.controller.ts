import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import { readErrorDocs, renderErrorDocs } from './error-docs.js';

/** The page that the `type` of every problem leads to. */
@ApiExcludeController()
@Controller('docs/errors')
export class ErrorDocsController {
  private readonly page = renderErrorDocs(readErrorDocs());

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(): string {
    return this.page;
  }
}
