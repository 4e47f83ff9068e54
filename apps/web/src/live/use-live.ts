import { useEffect, useState } from 'react';

import { LiveRunner, type LiveSession, type LiveView } from './live-runner.js';

export interface Live {
  /** Null before the first answer. */
  readonly view: LiveView | null;
  /** Why there is no connection any more. */
  readonly failure: unknown;
  /** Why the last picture was refused. */
  readonly refusal: unknown;
  readonly reconnect: () => void;
}

/** Looks at what a video shows, for as long as there is one. */
export function useLive(
  video: HTMLVideoElement | null,
  landmarks: boolean,
  session: LiveSession | null,
): Live {
  const [view, setView] = useState<LiveView | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (video === null) return undefined;
    const stop = new AbortController();
    const runner = new LiveRunner(video, {
      landmarks,
      session,
      onView: (next) => {
        setView(next);
        setRefusal(null);
      },
      onRefused: setRefusal,
    });
    runner.run(stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) setFailure(error);
    });
    return () => {
      stop.abort();
      setView(null);
    };
  }, [video, landmarks, session, attempt]);
  const reconnect = (): void => {
    setFailure(null);
    setAttempt((count) => count + 1);
  };
  return { view, failure, refusal, reconnect };
}
