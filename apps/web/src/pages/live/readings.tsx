import './readings.css';

import { useState } from 'react';

import { EmotionBars } from '../../emotions/emotion-bars.js';
import { EMOTIONS, type Emotion, type EmotionValues } from '../../emotions/emotions.js';
import { type LiveView } from '../../live/live-runner.js';
import { useStrings } from '../../strings/language.js';
import { Switch } from '../../ui/switch.js';

const NOTHING = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as EmotionValues;

const strongest = (values: EmotionValues): Emotion =>
  EMOTIONS.reduce((best, emotion) => (values[emotion] > values[best] ? emotion : best));

/** Eye contact and emotions of the largest face. */
export function Readings({ view, isOpen }: { readonly view: LiveView | null; readonly isOpen: boolean }) {
  const { live: t } = useStrings();
  const [isRaw, setIsRaw] = useState(false);
  const face = view?.faces[0] ?? null;
  const raw = face?.emotions ?? NOTHING;
  const smoothed = view?.smoothed[0] ?? NOTHING;
  const values = isRaw ? raw : smoothed;
  return (
    <section className="readings card" aria-label={t.readings}>
      <p className="eye-light" data-lit={face?.eye_contact ?? undefined}>
        <span aria-hidden="true" />
        {describe()}
      </p>
      <EmotionBars
        label={isRaw ? t.raw : t.smoothed}
        values={values}
        {...(isRaw ? {} : { marks: raw })}
        dominant={face === null ? null : strongest(values)}
      />
      <Switch checked={isRaw} onChange={setIsRaw} hint={t.rawHint}>
        {t.raw}
      </Switch>
      {view !== null && view.faces.length > 1 && <p className="field-hint">{t.largestFace}</p>}
    </section>
  );

  function describe(): string {
    if (!isOpen) return t.cameraOff;
    if (view === null) return t.connecting;
    if (face === null) return t.noFace;
    if (face.eye_contact_unknown) return t.eyesUnknown;
    if (!face.eyes_open) return t.eyesClosed;
    return face.eye_contact ? t.looksHere : t.looksAway;
  }
}
