import {
  BadRequestException,
  HttpException,
  InternalServerErrorException,
  PayloadTooLargeException,
} from '@nestjs/common';
import { AppError } from '@eyeline/contracts';

import { toAppError } from './to-app-error.js';

describe('toAppError', () => {
  it('leaves an entry of the table as it is', () => {
    const error = new AppError('not_ready');
    expect(toAppError(error)).toBe(error);
  });

  it.each([
    [new BadRequestException('bad JSON'), 'invalid_request', 'bad JSON'],
    [new PayloadTooLargeException('too much'), 'payload_too_large', 'too much'],
    [new HttpException('gone', 410), 'invalid_request', 'gone'],
  ])('%p becomes %s', (thrown, code, detail) => {
    expect(toAppError(thrown)).toMatchObject({ code, detail });
  });

  it.each([
    [new Error('password=hunter2')],
    [new InternalServerErrorException('secret path')],
    ['text'],
    [undefined],
  ])('keeps %p for the log alone', (thrown) => {
    const error = toAppError(thrown);
    expect(error.code).toBe('internal');
    expect(JSON.stringify(error.toProblem(null))).not.toMatch(/hunter2|secret|text/);
    expect(error.cause).toBe(thrown);
  });
});
