import { type RequestListener } from 'node:http';

import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { type Queue } from 'bullmq';

import { type BullQueue } from './bull-types.js';

/**
 * Bull Board over these queues, for looking alone: what it could change would go past the rows that say what has to be
 * done. It asks nobody who they are.
 *
 * @param basePath where it will be served, such as `/admin/queues`
 */
export function createBoard(queues: Iterable<BullQueue>, basePath: string): RequestListener {
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(basePath);
  createBullBoard({
    // Its types name Redis alone; it asks PostgreSQL by BullMQ as well.
    queues: [...queues].map(
      (queue) => new BullMQAdapter(queue as unknown as Queue, { readOnlyMode: true, allowRetries: false }),
    ),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Eyeline', hideRedisDetails: true } },
  });
  const app = serverAdapter.getRouter() as BoardApp;
  const render = app.render.bind(app);
  app.render = (name, options, done) =>
    render(name, options, (error, html) => done(error, withoutForeignLinks(html)));
  return app;
}

/** The application that serves it, which makes its one page out of a template. */
type BoardApp = RequestListener & {
  render: (name: string, options: object, done: (error: Error | null, html: string) => void) => void;
};

/** Its page names a font of another host, which nobody here is to be sent to; without it, it takes one of the machine. */
const withoutForeignLinks = (html: string): string => html?.replace(/<link[^>]+href="https?:[^>]*>\s*/g, '');
