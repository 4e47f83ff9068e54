import './camera-view.css';

import { type ReactNode, useEffect, useRef } from 'react';

interface CameraViewProps {
  readonly stream: MediaStream;
  readonly label: string;
  /** For who reads pictures out of it. */
  readonly onVideo?: (video: HTMLVideoElement | null) => void;
  /** What lies over the picture. */
  readonly children?: ReactNode;
}

/** What the camera sees, mirrored as people know themselves. */
export function CameraView({ stream, label, onVideo, children }: CameraViewProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video === null) return undefined;
    video.srcObject = stream;
    // Refused only when the element goes meanwhile.
    video.play().catch((error: unknown) => {
      if (!(error instanceof DOMException)) throw error;
    });
    onVideo?.(video);
    return () => onVideo?.(null);
  }, [stream, onVideo]);
  return (
    <div className="camera-view">
      <video ref={element} muted playsInline aria-label={label} />
      {children}
    </div>
  );
}
