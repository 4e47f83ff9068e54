import { type Report } from '@eyeline/contracts';

import {
  formatCount,
  formatMoment,
  formatPercent,
  formatSeconds,
  formatShare,
  tellHidden,
} from './format.js';
import { html, type Markup } from './markup.js';

/** A page is for people to read. */
const MOST_STRETCHES = 20;

/** Where a second network reads the same faces otherwise; nothing where none was asked. */
export function writeComparison({ comparison }: Report): Markup {
  if (comparison === undefined) return html``;
  const { model, observations, uncertain, agreement, kappa, disagreements, disagreements_total } = comparison;
  const longest = [...disagreements]
    .sort((one, other) => other.end_s - other.start_s - (one.end_s - one.start_s))
    .slice(0, MOST_STRETCHES);
  return html`<section>
    <h2>A second network about the same faces</h2>
    <p>
      ${model.name} ${model.version} names the same expression in
      ${formatPercent(agreement === null ? null : 100 * agreement)} of ${formatCount(observations)}
      observations (Cohen’s kappa ${formatShare(kappa)}); ${formatCount(uncertain)} are left out as uncertain
      to one of the two. They disagree in ${formatCount(disagreements_total)}
      ${disagreements_total === 1 ? 'stretch' : 'stretches'}.${tellHidden(disagreements_total - longest.length, 'the longest are listed')}
    </p>
    ${
      longest.length === 0
        ? null
        : html`<table>
            <thead>
              <tr>
                <th>person</th>
                <th class="n">from</th>
                <th class="n">to</th>
                <th class="n">length</th>
                <th>in this report</th>
                <th>second network</th>
              </tr>
            </thead>
            <tbody>
              ${longest.map(
                ({ face_id, start_s, end_s, emotion, compared_emotion }) =>
                  html`<tr>
                    <td>${face_id}</td>
                    <td class="n">${formatMoment(start_s)}</td>
                    <td class="n">${formatMoment(end_s)}</td>
                    <td class="n">${formatSeconds(end_s - start_s)}</td>
                    <td>${emotion}</td>
                    <td>${compared_emotion}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}
