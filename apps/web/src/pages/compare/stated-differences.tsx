import { type Report } from '@eyeline/client/browser';

import { useFormat, useStrings } from '../../strings/language.js';
import { differencesOf, hasSameNetworks, hasSameSampling, WORTH_POINTS } from './differences.js';

interface StatedDifferencesProps {
  readonly a: Report;
  readonly b: Report;
}

/** What differs, in sentences; and what else may be why. */
export function StatedDifferences({ a, b }: StatedDifferencesProps) {
  const { compare: t, report: words, emotions: names } = useStrings();
  const format = useFormat();
  const differences = differencesOf(a, b);
  const [one, other] = [a.overall_dominant_emotion, b.overall_dominant_emotion];
  const points = (value: number): string => t.points(format.number(Math.abs(value), value % 1 === 0 ? 0 : 1));
  const sentences = [
    ...(one !== null && other !== null && one !== other ? [t.dominantDiffers(names[one], names[other])] : []),
    ...differences.map(({ what, points: value }) =>
      t.moreIn(
        what === 'eyeContact' ? words.facts.eyeContact : names[what],
        points(value),
        value > 0 ? 'B' : 'A',
      ),
    ),
    ...(one === null || other === null ? [words.warnings.no_face] : []),
    ...(one !== null && other !== null && differences.length === 0 ? [t.alike(points(WORTH_POINTS))] : []),
    ...(hasSameNetworks(a, b) ? [] : [t.otherNetworks]),
    ...(hasSameSampling(a, b) ? [] : [t.otherSampling]),
  ];
  return (
    <section className="report-section card" aria-labelledby="differences">
      <h2 id="differences">{t.differences}</h2>
      <ul className="differences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
