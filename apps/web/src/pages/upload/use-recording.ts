import { useCallback, useEffect, useRef, useState } from 'react';

export const RECORDING_S = 30;

/** The first that the browser can write; all of them are read by the service. */
const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4'];

export type RecordingState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly leftS: number }
  | { readonly is: 'done'; readonly blob: Blob }
  | { readonly is: 'failed' };

/** Records a stream until it is stopped, for `RECORDING_S` at most. */
export function useRecording(stream: MediaStream | null) {
  const [state, setState] = useState<RecordingState>({ is: 'idle' });
  const recorder = useRef<MediaRecorder | null>(null);

  const stop = useCallback(() => recorder.current?.stop(), []);
  const discard = useCallback(() => setState({ is: 'idle' }), []);

  const start = useCallback(() => {
    if (stream === null) return;
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    const made = new MediaRecorder(stream, {
      ...(mimeType === undefined ? {} : { mimeType }),
      videoBitsPerSecond: 2_500_000,
    });
    const pieces: Blob[] = [];
    const startedAt = performance.now();
    const timer = window.setInterval(() => {
      const leftS = Math.ceil(RECORDING_S - (performance.now() - startedAt) / 1000);
      if (leftS <= 0) made.stop();
      else setState({ is: 'running', leftS });
    }, 200);
    made.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    made.addEventListener('stop', () => {
      window.clearInterval(timer);
      recorder.current = null;
      const blob = new Blob(pieces, { type: made.mimeType });
      setState(blob.size === 0 ? { is: 'failed' } : { is: 'done', blob });
    });
    recorder.current = made;
    setState({ is: 'running', leftS: RECORDING_S });
    made.start();
  }, [stream]);

  // Closing the camera, or the page, ends what is being recorded.
  useEffect(() => () => recorder.current?.stop(), [stream]);

  return { state, start, stop, discard };
}
