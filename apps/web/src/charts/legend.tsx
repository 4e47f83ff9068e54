import '../emotions/emotion-colours.css';
import '../emotions/swatch.css';
import './legend.css';

import { EMOTIONS } from '../emotions/emotions.js';
import { useStrings } from '../strings/language.js';

/** Which colour is what, in the order in which the chart piles them up from the ground. */
export function Legend() {
  const { emotions: names, timeline: t } = useStrings();
  return (
    <ul className="legend" aria-label={t.legend}>
      {EMOTIONS.map((emotion) => (
        <li key={emotion}>
          <span className={`swatch emotion-${emotion}`} aria-hidden="true" />
          {names[emotion]}
        </li>
      ))}
      <li>
        <span className="swatch swatch-eye-contact" aria-hidden="true" />
        {t.eyeContact}
      </li>
    </ul>
  );
}
