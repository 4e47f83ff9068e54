import './second-network.css';

import { type Report } from '@eyeline/client/browser';

import { useFormat, useStrings } from '../../strings/language.js';
import { Facts } from '../../ui/facts.js';

type Comparison = NonNullable<Report['comparison']>;

/** A list for people: the rest is in the report's file. */
const SHOWN = 12;

/** Where a second network, which the analysis asked, reads the same faces otherwise. */
export function SecondNetwork({ comparison }: { readonly comparison: Comparison }) {
  const { report: t, emotions: names } = useStrings();
  const format = useFormat();
  const { model, observations, uncertain, agreement, kappa, disagreements_total: total } = comparison;
  const longest = findLongest(comparison);
  return (
    <section className="report-section card" aria-labelledby="second-network">
      <h2 id="second-network">{t.secondNetwork}</h2>
      <p className="report-hint">{t.secondNetworkText(`${model.name} ${model.version}`)}</p>
      <Facts
        facts={[
          [t.agreement, agreement === null ? '–' : format.percent(100 * agreement, 1)],
          [t.kappa, kappa === null ? '–' : format.number(kappa, 2)],
          [t.compared, format.number(observations)],
          [t.facts.uncertain, format.number(uncertain)],
        ]}
      />
      <h3>{t.disagreements(total)}</h3>
      {total > longest.length && <p className="report-hint">{t.longestShown(longest.length)}</p>}
      <ul className="differences">
        {longest.map(({ face_id: id, start_s: startS, end_s: endS, emotion, compared_emotion: other }) => (
          <li key={`${id} ${startS}`}>
            <span>
              {t.person(id)} · {t.readOtherwise(names[emotion], names[other])}
            </span>
            <span>
              {format.clock(startS)} · {format.seconds(endS - startS)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In order of time. */
const findLongest = ({ disagreements }: Comparison): Comparison['disagreements'] =>
  [...disagreements]
    .sort((one, other) => other.end_s - other.start_s - (one.end_s - one.start_s))
    .slice(0, SHOWN)
    .sort((one, other) => one.start_s - other.start_s || one.face_id - other.face_id);
