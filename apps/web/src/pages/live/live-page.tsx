import './live-page.css';

import { useState } from 'react';

import { CameraView } from '../../camera/camera-view.js';
import { Consent } from '../../camera/consent.js';
import { useCamera } from '../../camera/use-camera.js';
import { type LiveSession } from '../../live/live-runner.js';
import { useLive } from '../../live/use-live.js';
import { useCan, useKeptSignIn, useMe } from '../../session/me.js';
import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { Problem } from '../../ui/problem.js';
import { Switch } from '../../ui/switch.js';
import { FaceOverlay } from './face-overlay.js';
import { LiveStats } from './live-stats.js';
import { Readings } from './readings.js';
import { SessionPanel } from './session-panel.js';

/** What the camera of this device sees, looked at as it happens. */
export default function LivePage() {
  const { live: t, camera: words } = useStrings();
  const { features } = useMe();
  const mayWrite = useCan('analyses:write');
  const camera = useCamera();
  useKeptSignIn(camera.stream !== null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [landmarks, setLandmarks] = useState(false);
  const [session, setSession] = useState<LiveSession | null>(null);
  const { view, failure, refusal, reconnect } = useLive(video, landmarks, session);
  if (!features.live || !mayWrite) {
    return (
      <Page title={t.title}>
        <EmptyState icon="live" title={t.title} text={features.live ? t.notAllowed : t.off} />
      </Page>
    );
  }
  return (
    <Page title={t.title} lead={t.lead} width="wide">
      <div className="live-columns">
        <section className="live-picture" aria-label={words.view}>
          {camera.stream === null ? (
            <div className="card">
              <Consent camera={camera} text={t.consent} />
            </div>
          ) : (
            <>
              <CameraView stream={camera.stream} label={words.view} onVideo={setVideo}>
                <FaceOverlay view={view} />
              </CameraView>
              <LiveStats view={view} />
              <div className="live-controls">
                <Switch checked={landmarks} onChange={setLandmarks}>
                  {t.landmarks}
                </Switch>
                <Button icon="stop" onClick={camera.close} disabled={session !== null}>
                  {words.close}
                </Button>
              </div>
            </>
          )}
          {failure !== null && <Problem error={failure} onRetry={reconnect} />}
          {failure === null && refusal !== null && <Problem error={refusal} />}
        </section>
        <div className="live-side">
          <Readings view={view} isOpen={camera.stream !== null} />
          <SessionPanel isOpen={camera.stream !== null} session={session} onSession={setSession} />
        </div>
      </div>
    </Page>
  );
}
