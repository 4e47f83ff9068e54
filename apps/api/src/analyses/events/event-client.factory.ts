import { type Analysis } from '@eyeline/contracts';

import { until } from '../../test-api.factory.js';

export interface SeenEvent {
  readonly type: string;
  readonly id: string;
  readonly data: Analysis;
}

/** A stream as its client sees it, read by the rules of WHATWG HTML 9.2.6. */
export interface EventClient {
  readonly status: number;
  readonly headers: Headers;
  readonly events: readonly SeenEvent[];
  /** Waits until an event of this type, or one that fulfils the check, has come. */
  see(what: string | ((event: SeenEvent) => boolean)): Promise<SeenEvent>;
  /** Resolves when the server has closed the stream, or when it broke; with the text of a refused request. */
  readonly closed: Promise<string>;
  /** Goes away. */
  leave(): void;
}

export async function openEvents(url: string, headers: Record<string, string> = {}): Promise<EventClient> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers, signal: leaving.signal });
  const events: SeenEvent[] = [];
  const closed = response.status === 200 ? readEvents(response, events) : response.text().catch(String);
  return {
    status: response.status,
    headers: response.headers,
    events,
    see: async (what) => {
      const find = (): SeenEvent | undefined =>
        events.find((event) => (typeof what === 'string' ? event.type === what : what(event)));
      await until(() => Promise.resolve(find() !== undefined), 30_000);
      return find()!;
    },
    closed,
    leave: () => leaving.abort(),
  };
}

async function readEvents(response: Response, events: SeenEvent[]): Promise<string> {
  let text = '';
  try {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const event = readEvent(block);
        if (event !== null) events.push(event);
      }
    }
    return text;
  } catch (error) {
    return String(error);
  }
}

/** Null for a block without data: a comment, or the time to come back. */
function readEvent(block: string): SeenEvent | null {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line)!;
    fields.set(name, value);
  }
  const data = fields.get('data');
  if (data === undefined) return null;
  return {
    type: fields.get('event') ?? 'message',
    id: fields.get('id') ?? '',
    data: JSON.parse(data) as Analysis,
  };
}
