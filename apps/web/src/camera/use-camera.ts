import { useCallback, useEffect, useState } from 'react';

/** Why there is no picture: `insecure` (a page without TLS, not of this machine), `denied`, `absent`, `busy`, `failed`. */
export type CameraProblem = 'insecure' | 'denied' | 'absent' | 'busy' | 'failed';

/** What the networks were measured with; a camera that cannot gives what it can. */
const WANTED: MediaStreamConstraints = {
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' },
  audio: false,
};

const PROBLEMS: Record<string, CameraProblem> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export interface Camera {
  readonly stream: MediaStream | null;
  readonly isOpening: boolean;
  readonly problem: CameraProblem | null;
  readonly open: () => Promise<void>;
  readonly close: () => void;
}

const stopAll = (stream: MediaStream | null): void => stream?.getTracks().forEach((track) => track.stop());

/** The camera of this device: opened by a call, closed by one, or with the page. */
export function useCamera(): Camera {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [isOpening, setIsOpening] = useState(false);
  const [problem, setProblem] = useState<CameraProblem | null>(null);

  useEffect(() => {
    const ended = (): void => {
      setStream(null);
      setProblem('busy');
    };
    const [track] = stream?.getVideoTracks() ?? [];
    track?.addEventListener('ended', ended);
    return () => {
      track?.removeEventListener('ended', ended);
      stopAll(stream);
    };
  }, [stream]);

  const open = useCallback(async () => {
    // Browsers hide the camera from pages that anybody on the way could have changed.
    if (!window.isSecureContext) {
      setProblem('insecure');
      return;
    }
    setIsOpening(true);
    setProblem(null);
    try {
      setStream(await navigator.mediaDevices.getUserMedia(WANTED));
    } catch (error) {
      setProblem(error instanceof DOMException ? (PROBLEMS[error.name] ?? 'failed') : 'failed');
    } finally {
      setIsOpening(false);
    }
  }, []);

  const close = useCallback(() => setStream(null), []);

  return { stream, isOpening, problem, open, close };
}
