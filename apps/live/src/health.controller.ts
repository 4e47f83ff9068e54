import { Controller, Get, Header } from '@nestjs/common';

import { LiveMetrics } from './live-metrics.js';

@Controller()
export class HealthController {
  constructor(private readonly metrics: LiveMetrics) {}

  @Get('livez')
  @Header('Content-Type', 'text/plain')
  live(): string {
    return 'ok\n';
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  tell(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
