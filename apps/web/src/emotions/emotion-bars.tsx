import './emotion-bars.css';
import './emotion-colours.css';

import { useFormat, useStrings } from '../strings/language.js';
import { type Emotion, EMOTIONS, type EmotionValues } from './emotions.js';

interface EmotionBarsProps {
  /** 0-1. */
  readonly values: EmotionValues;
  /** A mark beside each bar: 0-1. */
  readonly marks?: EmotionValues;
  readonly dominant: Emotion | null;
  readonly label: string;
}

/** A bar for each emotion, with its name and its number: the colour is never alone. */
export function EmotionBars({ values, marks, dominant, label }: EmotionBarsProps) {
  const { emotions: names } = useStrings();
  const format = useFormat();
  return (
    <ul className="emotion-bars" aria-label={label}>
      {EMOTIONS.map((emotion) => (
        <li key={emotion} data-dominant={emotion === dominant || undefined}>
          <span>{names[emotion]}</span>
          <span className="emotion-bar" aria-hidden="true">
            <span
              className={`emotion-bar-fill emotion-${emotion}`}
              style={{ transform: `scaleX(${values[emotion]})` }}
            />
            {marks !== undefined && (
              <span className="emotion-bar-mark" style={{ insetInlineStart: `${marks[emotion] * 100}%` }} />
            )}
          </span>
          <span className="emotion-bar-number">{format.share(values[emotion])}</span>
        </li>
      ))}
    </ul>
  );
}
