import 'reflect-metadata';

import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** About as many bytes as an analysis. */
const ANSWER = { id: 'an_01ke3p8z5q7m2vxr0w9c', padding: 'x'.repeat(1100) };

@Controller()
class BareController {
  @Get('{*path}')
  answer() {
    return ANSWER;
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

/** What NestJS costs by itself: no database, no keys, no log. */
const app = await NestFactory.create(BareModule, { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
