import { type Analysis } from '@eyeline/client/browser';

/** A browser holds six connections to a host over HTTP/1.1, and other requests need some of them. */
const MAX_STREAMS = 2;

let openStreams = 0;

const EVENTS = ['progress', 'completed', 'failed', 'canceled'] as const;

/**
 * Follows the Server-Sent Events of an analysis; after a cut the browser goes on where it was.
 *
 * @param onHearing whether changes come: not before the stream is open, nor while it is cut or when it has ended
 * @returns what ends it; null when too many are open already
 */
export function followAnalysis(
  id: string,
  onChange: (analysis: Analysis) => void,
  onHearing: (isHearing: boolean) => void,
): (() => void) | null {
  if (openStreams >= MAX_STREAMS) return null;
  openStreams += 1;
  const source = new EventSource(`/v1/analyses/${encodeURIComponent(id)}/events`);
  let isEnded = false;
  const end = (): void => {
    if (isEnded) return;
    isEnded = true;
    source.close();
    openStreams -= 1;
    onHearing(false);
  };
  source.addEventListener('open', () => onHearing(true));
  for (const name of EVENTS) {
    source.addEventListener(name, ({ data }: MessageEvent<string>) => {
      onChange(JSON.parse(data) as Analysis);
      if (name !== 'progress') end();
    });
  }
  source.addEventListener('error', () => {
    onHearing(false);
    // Otherwise the browser connects again by itself.
    if (source.readyState === EventSource.CLOSED) end();
  });
  return end;
}
