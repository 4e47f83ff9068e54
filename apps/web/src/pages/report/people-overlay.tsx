import { useEffect, useRef } from 'react';

import { type Playhead } from '../../charts/playhead.js';
import { useWidth } from '../../charts/use-width.js';
import { EMOTIONS } from '../../emotions/emotions.js';
import { type SeenPerson } from '../../frames/faces-at.js';
import { type FramesReader } from '../../frames/frames-reader.js';
import { useStrings } from '../../strings/language.js';
import { drawPeople } from './draw-people.js';
import { followFaces } from './follow-faces.js';

interface PeopleOverlayProps {
  readonly playhead: Playhead;
  readonly frames: FramesReader;
  /** A frame that is further away in time says nothing. */
  readonly maxS: number;
  readonly videoWidth: number;
}

/** Bright on the dark plates of the names, in both themes. */
const COLOURS = ['#ff8079', '#c3e06f', '#d99ad9', '#ffb45c', '#8fa6ff', '#3deff0', '#d5d8dd'];

/** Boxes, ids and emotions of the frame nearest to the time. What they say is written beside the picture as well. */
export function PeopleOverlay({ playhead, frames, maxS, videoWidth }: PeopleOverlayProps) {
  const { report: words, emotions: names } = useStrings();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [box, width] = useWidth<HTMLDivElement>();
  useEffect(() => {
    const draw = (people: readonly SeenPerson[]): void => {
      if (canvas.current === null) return;
      drawPeople(canvas.current, videoWidth, people, {
        colourOf: (emotion) => COLOURS[EMOTIONS.indexOf(emotion)],
        nameOf: ({ faceId, emotion, isUncertain }) =>
          `${words.person(faceId)} · ${names[emotion]}${isUncertain ? '?' : ''}`,
      });
    };
    return followFaces(playhead, frames, maxS, draw);
  }, [frames, playhead, maxS, videoWidth, words, names, width]);
  return (
    <div ref={box} className="stage-overlay">
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  );
}
