import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, isFinalStatus, presentAnalysis } from '@eyeline/contracts';
import { type AnalysisRow, type Database } from '@eyeline/database';
import { type Request, type Response } from 'express';

import { publicUrl } from '../../common/http/public-url.js';
import { Authenticator } from '../../keys/authenticator.service.js';
import { CONFIG, DATABASE } from '../../runtime/runtime.module.js';
import { AnalysesService } from '../analyses.service.js';
import { isPast, positionOf, readEventId, toEventId } from './event-position.js';
import { EventStream, type StreamEvent } from './event-stream.js';

/** Well below the minute after which proxies take a silent connection for dead. */
const HEARTBEAT_MS = 15_000;

/** Streams that tell how an analysis goes on. The row is the truth: any process can go on where another one stopped. */
@Injectable()
export class AnalysisEvents implements OnModuleDestroy {
  private readonly streams = new Set<EventStream>();
  private stopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    private readonly analyses: AnalysesService,
    private readonly authenticator: Authenticator,
  ) {}

  /** Streams that are open in this process. */
  get open(): number {
    return this.streams.size;
  }

  /**
   * Answers with what is newer than the event that the client saw last, until the analysis has ended. 204, which tells
   * browsers to ask no more, to a client that has seen the end.
   *
   * @throws AppError not_found, too_many_streams
   */
  async answer(projectId: string, id: string, request: Request, response: Response): Promise<void> {
    this.assertRoom();
    const row = await this.analyses.find(projectId, id);
    const seen = readEventId(request.get('last-event-id'));
    if (isFinalStatus(row.status) && seen?.join() === positionOf(row).join()) {
      response.status(204).end();
    } else if (request.method === 'HEAD') {
      response.setHeader('Content-Type', 'text/event-stream').end();
    } else {
      this.assertRoom(); // others may have come while the row was looked up
      // An id that lies ahead of the row says nothing: it was made up, or the database was restored.
      this.stream(row, seen === null || isPast(seen, positionOf(row)) ? null : seen, request, response);
    }
  }

  /** In order: clients see their stream end, and go on with another process. */
  onModuleDestroy(): void {
    this.stopping = true;
    for (const stream of this.streams) stream.end();
  }

  private stream(
    row: AnalysisRow,
    seen: ReturnType<typeof readEventId>,
    request: Request,
    response: Response,
  ): void {
    if (response.destroyed) return;
    const stream = new EventStream(response, HEARTBEAT_MS, () => void this.endIfRevoked(stream, request));
    const apiUrl = publicUrl(request);
    let last = seen;
    const show = (now: AnalysisRow | null): void => {
      // Deleted: there is nothing to tell any more, and whoever asks again is told so.
      if (now === null) return stream.end();
      const position = positionOf(now);
      if (last !== null && !isPast(position, last)) return;
      last = position;
      const event = toEvent(now, toEventId(position), apiUrl);
      if (isFinalStatus(now.status)) stream.end(event);
      else stream.send(event);
    };
    show(row);
    if (this.stopping) stream.end();
    const unfollow = response.writableEnded ? null : this.database.feed.follow(row.id, show);
    this.streams.add(stream);
    response.once('close', () => {
      unfollow?.();
      this.streams.delete(stream);
    });
  }

  /** A stream may last for hours; the key that opened it may not. */
  private async endIfRevoked(stream: EventStream, request: Request): Promise<void> {
    if (!(await this.authenticator.stillKnows(request))) stream.end();
  }

  private assertRoom(): void {
    const { maxEventStreams } = this.config;
    if (this.streams.size < maxEventStreams) return;
    throw new AppError('too_many_streams', {
      detail: `${maxEventStreams} event streams are open, which is the most.`,
    });
  }
}

function toEvent(row: AnalysisRow, id: string, apiUrl: string): StreamEvent {
  return {
    type: isFinalStatus(row.status) ? row.status : 'progress',
    id,
    data: presentAnalysis(row, apiUrl),
  };
}
