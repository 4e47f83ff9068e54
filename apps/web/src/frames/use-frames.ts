import { useEffect, useState } from 'react';

import { unpackError } from '../threads/pack-error.js';
import { FramesReader } from './frames-reader.js';
import { type FramesMessage, type FramesOrder } from './messages.js';

export interface LoadedFrames {
  /** Null while they are not there. */
  readonly frames: FramesReader | null;
  /** Up to which time they have been read; null before and after. */
  readonly readToS: number | null;
  readonly error: Error | null;
}

const NOTHING: LoadedFrames = { frames: null, readToS: null, error: null };

/** All frames of an analysis, read and kept in a thread of their own. */
export function useFrames(id: string, isWanted: boolean, attempt: number): LoadedFrames {
  const [loaded, setLoaded] = useState(NOTHING);
  useEffect(() => {
    if (!isWanted) return undefined;
    const worker = new Worker(new URL('./frames.worker.ts', import.meta.url), { type: 'module' });
    let frames: FramesReader | null = null;
    worker.addEventListener('message', ({ data }: MessageEvent<FramesMessage>) => {
      if (data.kind === 'answer') frames?.hear(data.number, data.answer);
      else if (data.kind === 'progress') setLoaded({ ...NOTHING, readToS: data.timeS });
      else if (data.kind === 'failed') setLoaded({ ...NOTHING, error: unpackError(data.failure) });
      else {
        frames = new FramesReader(worker, data.stepS);
        setLoaded({ ...NOTHING, frames });
      }
    });
    worker.addEventListener('error', ({ message }) =>
      setLoaded({ ...NOTHING, error: new Error(message || 'The thread that reads frames did not start') }),
    );
    worker.postMessage({ kind: 'read', id } satisfies FramesOrder);
    return () => {
      worker.terminate();
      setLoaded(NOTHING);
    };
  }, [id, isWanted, attempt]);
  return loaded;
}
