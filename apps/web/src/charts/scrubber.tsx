import './scrubber.css';

import { useId } from 'react';

import { type Playhead } from './playhead.js';
import { useTimeOf } from './use-playhead.js';
import { useFormat, useStrings } from '../strings/language.js';

interface ScrubberProps {
  readonly playhead: Playhead;
  readonly durationS: number;
  /** What an arrow key moves it by: from frame to frame, as a rule. */
  readonly stepS: number;
  /** What keys do, in words. */
  readonly hint: string;
}

/** The time as a slider over the whole video. */
export function Scrubber({ playhead, durationS, stepS, hint }: ScrubberProps) {
  const { timeline: t } = useStrings();
  const format = useFormat();
  const timeS = useTimeOf(playhead, 0.01);
  const hintId = useId();
  return (
    <div className="scrubber">
      <span aria-hidden="true">{format.clock(timeS)}</span>
      <input
        type="range"
        aria-label={t.time}
        aria-describedby={hintId}
        aria-valuetext={format.seconds(timeS)}
        min={0}
        max={durationS}
        // Any value: others move it too. The keys below go from frame to frame.
        step="any"
        value={timeS}
        onChange={({ target }) => playhead.moveTo(Number(target.value))}
        onKeyDown={(event) => {
          const steps = STEPS[event.key];
          if (steps === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          playhead.moveTo(playhead.get() + steps * stepS);
        }}
      />
      <span aria-hidden="true">{format.clock(durationS)}</span>
      <p className="scrubber-hint" id={hintId}>
        {hint}
      </p>
    </div>
  );
}

/** Keys as frames. */
const STEPS: Readonly<Record<string, number | undefined>> = {
  ...{ ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 },
  ...{ PageUp: 25, PageDown: -25 },
};
