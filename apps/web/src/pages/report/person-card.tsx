import { type Report } from '@eyeline/client/browser';

import { EmotionBars } from '../../emotions/emotion-bars.js';
import { fromPercent } from '../../emotions/emotions.js';
import { writeNumber } from '../../report/report-numbers.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Facts } from '../../ui/facts.js';

type Face = Report['faces'][number];

/** One person of a report. */
export function PersonCard({ face }: { readonly face: Face }) {
  const { report: t, emotions: names } = useStrings();
  const format = useFormat();
  const name = t.person(face.face_id);
  return (
    <li className="person card">
      <div className="person-head">
        {face.thumbnail === null ? (
          <span className="person-mark" aria-hidden="true">
            {face.face_id}
          </span>
        ) : (
          // The path alone: the page may be looked at under another name of the host.
          <img
            src={new URL(face.thumbnail).pathname}
            alt={t.pictureOf(name)}
            width={64}
            height={64}
            loading="lazy"
          />
        )}
        <div>
          <h3>{name}</h3>
          <p>{names[face.dominant_emotion]}</p>
          <p className="report-hint">
            {t.seen} {format.clock(face.first_seen_s)} – {format.clock(face.last_seen_s)}
          </p>
        </div>
      </div>
      <EmotionBars
        label={t.sharesOf(name)}
        values={fromPercent(face.average_emotion_scores)}
        dominant={face.dominant_emotion}
      />
      <Facts
        facts={[
          [t.facts.eyeContact, writeNumber('eyeContact', face.eye_contact_score, format)],
          [t.blinks, <BlinkCount key="blinks" blinks={face.blinks} />],
          [t.confidence, format.percent(face.average_confidence_score * 100, 1)],
          [t.facts.uncertain, format.percent(face.uncertain_share * 100, 1)],
          [t.quality, format.number(face.quality, 2)],
          [t.facts.frames, format.number(face.frames)],
          [t.headPose, <Pose key="pose" pose={face.mean_head_pose} />],
        ]}
      />
    </li>
  );
}

/** Reports of before there was a count have none. */
function BlinkCount({ blinks }: { readonly blinks: Face['blinks'] | undefined }) {
  const { report: t } = useStrings();
  const format = useFormat();
  if (blinks == null) return <span title={t.blinksUnknown}>–</span>;
  return <>{t.blinksCounted(format.number(blinks.count), format.number(blinks.per_minute, 1))}</>;
}

/** Angles as directions in the picture: signs as docs/outputs.md has them. */
function Pose({ pose: { yaw, pitch, roll } }: { readonly pose: Face['mean_head_pose'] }) {
  const { report: t } = useStrings();
  const format = useFormat();
  const degrees = (value: number): string => `${format.number(Math.abs(value))}°`;
  return (
    <span title={t.poseHint}>
      {degrees(yaw)} {yaw < 0 ? t.turned.left : t.turned.right}, {degrees(pitch)}{' '}
      {pitch < 0 ? t.lifted.down : t.lifted.up}, {degrees(roll)} {roll < 0 ? t.tilted.left : t.tilted.right}
    </span>
  );
}
