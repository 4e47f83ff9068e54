import { useEffect, useRef } from 'react';

import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';

interface ReviewProps {
  readonly blob: Blob;
  readonly isDisabled: boolean;
  readonly onSend: () => void;
  readonly onDiscard: () => void;
}

/** What was recorded, before it leaves the browser. */
export function Review({ blob, isDisabled, onSend, onDiscard }: ReviewProps) {
  const { recording: t } = useStrings();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    const url = URL.createObjectURL(blob);
    element.src = url;
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return (
    <div className="recording">
      <video ref={video} className="review-video" controls playsInline aria-label={t.review} />
      <div className="recording-actions">
        <Button look="primary" icon="upload" disabled={isDisabled} onClick={onSend}>
          {t.send}
        </Button>
        <Button icon="trash" onClick={onDiscard}>
          {t.discard}
        </Button>
      </div>
    </div>
  );
}
