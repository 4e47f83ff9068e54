import './consent.css';

import { useState } from 'react';

import { ResponsibleUse } from '../notice/responsible-use.js';
import { useStrings } from '../strings/language.js';
import { Button } from '../ui/button.js';
import { Switch } from '../ui/switch.js';
import { type Camera } from './use-camera.js';

interface ConsentProps {
  readonly camera: Camera;
  /** What happens with the picture: each use of the camera has its own. */
  readonly text: string;
}

/** Before the camera opens: everybody in the picture knows, and agrees. */
export function Consent({ camera, text }: ConsentProps) {
  const { camera: t } = useStrings();
  const [hasConsent, setHasConsent] = useState(false);
  return (
    <div className="consent">
      <p>{text}</p>
      <Switch checked={hasConsent} onChange={setHasConsent} hint={t.consentHint}>
        {t.consent}
      </Switch>
      {camera.problem !== null && (
        <p className="consent-problem" role="alert">
          {t.problems[camera.problem]}
        </p>
      )}
      <Button
        look="primary"
        icon="camera"
        disabled={!hasConsent || camera.isOpening}
        onClick={() => void camera.open()}
      >
        {camera.isOpening ? t.opening : t.open}
      </Button>
      <ResponsibleUse />
    </div>
  );
}
