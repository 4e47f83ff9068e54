import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import { Injectable } from '@nestjs/common';

import { WorkerMetrics } from './metrics.js';

/** `GET /metrics` and `GET /livez` of a worker, on a port of its own. */
@Injectable()
export class MetricsServer {
  private readonly server: Server;

  constructor(metrics: WorkerMetrics) {
    this.server = createServer((request, response) => {
      if (request.url === '/livez') {
        response.end('ok\n');
      } else if (request.url === '/metrics') {
        metrics.registry.metrics().then(
          (text) => response.setHeader('content-type', metrics.registry.contentType).end(text),
          () => response.writeHead(500).end(),
        );
      } else {
        response.writeHead(404).end();
      }
    });
  }

  async listen(host: string, port: number): Promise<void> {
    this.server.listen(port, host);
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
