import { useEffect, useRef } from 'react';

import { EMOTIONS } from '../../emotions/emotions.js';
import { drawFaces } from '../../live/draw-faces.js';
import { type LiveView } from '../../live/live-runner.js';
import { useStrings } from '../../strings/language.js';
import { useColours } from '../../theme/use-colours.js';

const TOKENS = EMOTIONS.map((emotion) => `emotion-${emotion}` as const);

/** Boxes over the picture. What they say is in words beside it, so it is hidden from screen readers. */
export function FaceOverlay({ view }: { readonly view: LiveView | null }) {
  const { emotions: names } = useStrings();
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useColours(TOKENS);
  useEffect(() => {
    if (canvas.current === null || view === null) return;
    drawFaces(canvas.current, view, {
      colourOf: (emotion) => colours[EMOTIONS.indexOf(emotion)],
      nameOf: (face) => `${face.face_id} · ${names[face.dominant_emotion]}`,
    });
  }, [view, colours, names]);
  return <canvas ref={canvas} className="face-overlay" hidden={view === null} aria-hidden="true" />;
}
