import { useCallback, useLayoutEffect, useRef } from 'react';

import { type Playhead } from '../../charts/playhead.js';
import { useWidth } from '../../charts/use-width.js';
import { EMOTIONS } from '../../emotions/emotions.js';
import { facesAt } from '../../frames/faces-at.js';
import { type FrameSeries } from '../../frames/frame-series.js';
import { useStrings } from '../../strings/language.js';
import { drawPeople } from './draw-people.js';

interface PeopleOverlayProps {
  readonly playhead: Playhead;
  readonly series: FrameSeries;
  /** A frame that is further away in time says nothing. */
  readonly maxS: number;
  readonly videoWidth: number;
}

/** Bright on the dark plates of the names, in both themes. */
const COLOURS = ['#ff8079', '#c3e06f', '#d99ad9', '#ffb45c', '#8fa6ff', '#3deff0', '#d5d8dd'];

/** Boxes, ids and emotions of the frame nearest to the time. What they say is written beside the picture as well. */
export function PeopleOverlay({ playhead, series, maxS, videoWidth }: PeopleOverlayProps) {
  const { report: words, emotions: names } = useStrings();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [box, width] = useWidth<HTMLDivElement>();
  const draw = useCallback(() => {
    if (canvas.current === null) return;
    drawPeople(canvas.current, videoWidth, facesAt(series, playhead.get(), maxS), {
      colourOf: (emotion) => COLOURS[EMOTIONS.indexOf(emotion)],
      nameOf: ({ faceId, emotion, isUncertain }) =>
        `${words.person(faceId)} · ${names[emotion]}${isUncertain ? '?' : ''}`,
    });
  }, [series, playhead, maxS, videoWidth, words, names]);
  useLayoutEffect(() => {
    draw();
    return playhead.subscribe(draw);
  }, [draw, playhead, width]);
  return (
    <div ref={box} className="stage-overlay">
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  );
}
