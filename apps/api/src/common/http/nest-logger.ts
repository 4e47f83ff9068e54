import { Injectable } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

/** What Nest has to say: its news, a line for each route it maps, is for whoever debugs it. */
@Injectable()
export class NestLogger extends Logger {
  override log(message: unknown, ...rest: unknown[]): void {
    super.debug(message, ...rest);
  }
}
