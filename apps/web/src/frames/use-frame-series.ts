import { useEffect, useState } from 'react';

import { type FrameSeries } from './frame-series.js';
import { type FramesMessage, unpackError } from './messages.js';

export interface LoadedFrames {
  /** Null while they are not there. */
  readonly series: FrameSeries | null;
  /** Up to which time they have been read; null before and after. */
  readonly readToS: number | null;
  readonly error: Error | null;
}

const NOTHING: LoadedFrames = { series: null, readToS: null, error: null };

/** All frames of an analysis, read in a thread of their own. */
export function useFrameSeries(id: string, isWanted: boolean, attempt: number): LoadedFrames {
  const [loaded, setLoaded] = useState(NOTHING);
  useEffect(() => {
    if (!isWanted) return undefined;
    const worker = new Worker(new URL('./frames.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FramesMessage>) => {
      if (data.kind === 'progress') setLoaded({ ...NOTHING, readToS: data.timeS });
      else if (data.kind === 'done') setLoaded({ ...NOTHING, series: data.series });
      else setLoaded({ ...NOTHING, error: unpackError(data.failure) });
    });
    worker.addEventListener('error', ({ message }) =>
      setLoaded({ ...NOTHING, error: new Error(message || 'The thread that reads frames did not start') }),
    );
    worker.postMessage(id);
    return () => {
      worker.terminate();
      setLoaded(NOTHING);
    };
  }, [id, isWanted, attempt]);
  return loaded;
}
