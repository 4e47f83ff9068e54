import { type Emotion, EMOTIONS, type FaceSummary, type Report } from '@eyeline/contracts';

import { drawAxis } from './emotion-chart.js';
import { html, type Markup } from './markup.js';
import { CHART_LEFT, CHART_WIDTH, round, type TimeScale } from './time-scale.js';
import { coverSlots, joinSlots, type SlotRun } from './time-slots.js';

const LANE = 40;
const EPISODES = { top: 4, height: 18 };
const LOOKS = { top: 24, height: 8 };

/** A slot of which less is covered by episodes shows none. */
const LEAST_COVER = 0.25;

/** Steps of the height that stands for how much of a slot is eye contact. */
const LOOK_STEPS = 8;

/** Everybody gets a lane of their own: expression episodes, and below them eye contact. */
export function drawPeople(faces: readonly FaceSummary[], report: Report, scale: TimeScale): Markup {
  const bottom = faces.length * LANE;
  return html`<svg
    viewBox="0 0 ${CHART_WIDTH} ${bottom + 20}"
    role="img"
    aria-label="Expression episodes and eye contact of each person over time"
  >
    ${drawAxis(scale, bottom)} ${faces.map((face, i) => drawLane(face, i * LANE, report, scale))}
    <path class="gap" d="${scale.boxes(report.sampling.gaps, 0, bottom)}" />
  </svg>`;
}

function drawLane(face: FaceSummary, top: number, report: Report, scale: TimeScale): Markup {
  const isOfFace = ({ face_id }: { face_id: number }): boolean => face_id === face.face_id;
  const seen = [{ start_s: face.first_seen_s, end_s: face.last_seen_s }];
  const prevailing = listPrevailing(report.episodes.filter(isOfFace), scale);
  const looks = coverSlots(report.eye_contact.episodes.filter(isOfFace), scale);
  const steps = joinSlots([...looks].map((cover) => Math.ceil(cover * LOOK_STEPS) || null));
  const line = top + LANE - 4;
  return html`<text class="name" x="0" y="${top + 17}">Person ${face.face_id}</text>
    <path class="ground" d="${scale.boxes(seen, top + EPISODES.top, EPISODES.height)}" />
    ${EMOTIONS.map((emotion) => drawEmotion(emotion, prevailing, top))}
    <path class="look" d="${steps.map((run) => drawLook(run, top)).join('')}" />
    <line class="grid" x1="${CHART_LEFT}" x2="${CHART_WIDTH}" y1="${line}" y2="${line}" />`;
}

/** In each slot the emotion whose episodes cover most of it. */
function listPrevailing(episodes: Report['episodes'], scale: TimeScale): SlotRun<Emotion>[] {
  const covers = EMOTIONS.map((emotion) =>
    coverSlots(
      episodes.filter((episode) => episode.emotion === emotion),
      scale,
    ),
  );
  return joinSlots(
    Array.from({ length: scale.slots }, (_, slot) => {
      const shares = covers.map((cover) => cover[slot]);
      const most = Math.max(...shares);
      return shares.reduce((sum, share) => sum + share, 0) < LEAST_COVER
        ? null
        : EMOTIONS[shares.indexOf(most)];
    }),
  );
}

function drawEmotion(emotion: Emotion, prevailing: readonly SlotRun<Emotion>[], top: number): Markup {
  const runs = prevailing.filter(({ value }) => value === emotion);
  const path = runs.map((run) => box(run, top + EPISODES.top, EPISODES.height)).join('');
  return path === '' ? html`` : html`<path class="${emotion}" d="${path}" />`;
}

function drawLook(run: SlotRun<number>, top: number): string {
  const height = (run.value / LOOK_STEPS) * LOOKS.height;
  return box(run, top + LOOKS.top + LOOKS.height - height, height);
}

const box = ({ from, to }: SlotRun<unknown>, top: number, height: number): string =>
  `M${CHART_LEFT + from} ${round(top)}h${to - from}v${round(height)}H${CHART_LEFT + from}z`;
