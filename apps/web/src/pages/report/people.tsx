import './people.css';

import { type Report } from '@eyeline/client/browser';
import { useState } from 'react';

import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { PersonCard } from './person-card.js';

/** A crowd would hide what comes below. */
const FIRST = 6;

/** A card for each person. */
export function People({ faces }: Pick<Report, 'faces'>) {
  const { report: t } = useStrings();
  const [isWhole, setIsWhole] = useState(false);
  if (faces.length === 0) return null;
  return (
    <section className="report-section" aria-labelledby="people">
      <h2 id="people">{t.people}</h2>
      <ul className="people">
        {(isWhole ? faces : faces.slice(0, FIRST)).map((face) => (
          <PersonCard key={face.face_id} face={face} />
        ))}
      </ul>
      {!isWhole && faces.length > FIRST && (
        <div>
          <Button onClick={() => setIsWhole(true)}>{t.allPeople(faces.length)}</Button>
        </div>
      )}
    </section>
  );
}
