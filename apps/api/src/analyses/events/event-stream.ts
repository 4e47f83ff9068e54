import { type ServerResponse } from 'node:http';

/** When a client that lost its stream asks again, in milliseconds. */
const RETRY_MS = 2_000;

export interface StreamEvent {
  readonly type: string;
  readonly id: string;
  readonly data: unknown;
}

/**
 * One answer of `text/event-stream` (WHATWG HTML, 9.2). A client that reads slowly gets the latest event and not those
 * between, so that no more than one waits for it; one that reads nothing at all is cut.
 */
export class EventStream {
  private waiting: StreamEvent | null = null;
  private timer: NodeJS.Timeout;
  /** At the last heartbeat, what was sent before had not been taken, and it has not been since. */
  private stuck = false;

  /** @param onBeat is called with every heartbeat */
  constructor(
    private readonly response: ServerResponse,
    private readonly heartbeatMs: number,
    onBeat: () => void = () => undefined,
  ) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      // nginx would otherwise keep events back until it has a buffer full of them.
      'X-Accel-Buffering': 'no',
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
    response.on('drain', () => {
      this.stuck = false;
      this.sendWaiting();
    });
    response.once('close', () => clearInterval(this.timer));
    this.timer = setInterval(() => {
      this.beat();
      onBeat();
    }, heartbeatMs);
  }

  send(event: StreamEvent): void {
    if (this.response.writableEnded) return;
    if (this.response.writableNeedDrain) this.waiting = event;
    else this.response.write(toText(event));
  }

  /** The last event, if any, supersedes one that still waits. */
  end(event: StreamEvent | null = this.waiting): void {
    this.waiting = null;
    if (this.response.writableEnded) return;
    this.response.end(event === null ? undefined : toText(event));
    // Who does not take the end in time is not waited for.
    clearInterval(this.timer);
    this.timer = setTimeout(() => this.response.destroy(), this.heartbeatMs);
  }

  private beat(): void {
    if (!this.response.writableNeedDrain) this.response.write(': heartbeat\n\n');
    else if (this.stuck) this.response.destroy();
    else this.stuck = true;
  }

  private sendWaiting(): void {
    const event = this.waiting;
    this.waiting = null;
    if (event !== null) this.send(event);
  }
}

/** JSON holds no line break, so the data is one line. */
const toText = ({ type, id, data }: StreamEvent): string =>
  `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
