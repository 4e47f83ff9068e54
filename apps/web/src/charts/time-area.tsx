import './time-area.css';

import { type PointerEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

import { type Playhead } from './playhead.js';
import { timeScale } from './plot-frame.js';
import { type TimeRange } from './time-range.js';
import { useWidth } from './use-width.js';

interface TimeAreaProps {
  readonly playhead: Playhead;
  readonly range: TimeRange;
  /** Charts of that width. */
  readonly children: (width: number) => ReactNode;
}

/** Charts above each other with one line where the time is; a pointer drags it. For keyboards there is a slider beside it. */
export function TimeArea({ playhead, range: { fromS, toS }, children }: TimeAreaProps) {
  const [area, width] = useWidth<HTMLDivElement>();
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      if (line.current === null) return;
      const timeS = playhead.get();
      line.current.style.transform = `translateX(${timeScale(width, fromS, toS).xOf(timeS)}px)`;
      line.current.hidden = timeS < fromS || timeS > toS;
    };
    place();
    return playhead.subscribe(place);
  }, [playhead, width, fromS, toS]);
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    playhead.moveTo(Math.min(toS, Math.max(fromS, timeScale(width, fromS, toS).timeAt(x))));
  };
  return (
    <div
      ref={area}
      className="time-area"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event);
      }}
    >
      {width > 0 && children(width)}
      <div ref={line} className="time-area-line" />
    </div>
  );
}
