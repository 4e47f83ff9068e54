import { EMOTIONS, type Report } from '@eyeline/contracts';

import { drawEmotions } from './emotion-chart.js';
import { formatCount, formatPercent, formatSeconds, formatShare, tellHidden } from './format.js';
import { html, type Markup } from './markup.js';
import { drawPeople } from './people-chart.js';
import { TimeScale } from './time-scale.js';

/** Lanes of more people than this fill pages. */
const MOST_PEOPLE = 24;

/** The whole of it in six numbers. */
export function writeSummary(report: Report): Markup {
  const tile = (name: string, value: string, note: string): Markup =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}<small>${note}</small></dd>
    </div>`;
  const dominant = report.overall_dominant_emotion;
  const { longest_s, episodes } = report.eye_contact;
  return html`<dl class="tiles">
    ${tile('Most frequent expression', dominant ?? '–', dominant === null ? 'nobody was seen' : `${formatPercent(report.average_emotion_scores[dominant])} of observations`)}
    ${tile('Eye contact', formatPercent(report.eye_contact_score), describeKnown(report.eye_contact.unknown_share ?? 0))}
    ${tile('Longest eye contact', formatSeconds(longest_s), `${formatCount(episodes.length)} in all`)}
    ${tile('People', formatCount(report.faces.length), 'ids count visits, not identities')}
    ${tile('Frames with a face', formatCount(report.frames_with_face), `of ${formatCount(report.total_frames_analyzed)} analysed`)}
    ${tile('Mean confidence', formatShare(report.average_confidence_score), 'of the expression that prevails, 0 to 1')}
  </dl>`;
}

export function writeEmotions({
  average_emotion_scores: scores,
  mean_emotion_probabilities: means,
  uncertain_share: uncertainShare,
}: Report): Markup {
  return html`<section>
    <h2>Expressions</h2>
    <table>
      <thead>
        <tr>
          <th>expression</th>
          <th>share of observations in which it prevails</th>
          <th class="n">share</th>
          <th class="n">mean probability</th>
        </tr>
      </thead>
      <tbody>
        ${EMOTIONS.map(
          (emotion) =>
            html`<tr>
              <td>${emotion}</td>
              <td class="bar">
                <svg viewBox="0 0 100 5" preserveAspectRatio="none" height="9" aria-hidden="true">
                  <rect class="ground" width="100" height="5" />
                  <rect class="${emotion}" width="${scores[emotion]}" height="5" />
                </svg>
              </td>
              <td class="n">${formatPercent(scores[emotion])}</td>
              <td class="n">${formatShare(means[emotion])}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${tellUncertain(uncertainShare)}
  </section>`;
}

const describeKnown = (unknownShare: number): string =>
  unknownShare === 0
    ? 'of observations'
    : `where eyes can be read; unknown in ${formatPercent(100 * unknownShare)}`;

function tellUncertain(share: number | null): Markup | null {
  if (share === null || share === 0) return null;
  return html`<p class="note">
    ${formatPercent(100 * share)} of the observations are uncertain: the face is too small, too blurred,
    turned away, or its expression ambiguous.
    ${share === 1 ? 'There are no others, so the numbers rest on these.' : 'They are left out of these numbers.'}
  </p>`;
}

export function writeTimeline(report: Report): Markup {
  const { timeline, faces, sampling } = report;
  if (timeline.length === 0) return html``;
  const scale = new TimeScale(timeline[0].start_s, timeline[timeline.length - 1].end_s);
  const most = [...faces].sort((one, other) => other.frames - one.frames).slice(0, MOST_PEOPLE);
  const shown = faces.filter((face) => most.includes(face));
  const keys = [
    ...EMOTIONS.map((emotion) => [emotion, emotion]),
    ['look', 'eye contact'],
    ...(sampling.gaps.length > 0 ? [['gap', 'gap']] : []),
  ];
  return html`<section>
    <h2>Timeline</h2>
    <ul class="key">
      ${keys.map(
        ([style, name]) =>
          html`<li>
            <svg viewBox="0 0 1 1" aria-hidden="true"><rect class="${style}" width="1" height="1" /></svg
            >${name}
          </li>`,
      )}
    </ul>
    <figure>
      ${drawEmotions(timeline, sampling.gaps, scale)}
      <figcaption>
        Everybody together: mean probabilities of the seven expressions, and the share of eye contact. Empty
        where nobody is seen.
      </figcaption>
    </figure>
    ${
      shown.length === 0
        ? null
        : html`<figure>
            ${drawPeople(shown, report, scale)}
            <figcaption>
              Each person: stretches in which one expression prevails, and eye contact below
              them.${tellHidden(faces.length - shown.length, 'the people seen in most frames are shown')}
            </figcaption>
          </figure>`
    }
  </section>`;
}
