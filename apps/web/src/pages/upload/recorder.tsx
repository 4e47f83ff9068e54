import './recorder.css';

import { Consent } from '../../camera/consent.js';
import { CameraView } from '../../camera/camera-view.js';
import { useCamera } from '../../camera/use-camera.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Review } from './review.js';
import { RECORDING_S, useRecording } from './use-recording.js';

interface RecorderProps {
  readonly isDisabled: boolean;
  readonly onFile: (file: File) => void;
}

/** Half a minute from the webcam, looked at before it is sent. */
export function Recorder(props: RecorderProps) {
  const { upload: t, recording } = useStrings();
  return (
    <details className="recorder card">
      <summary>
        <Icon name="camera" />
        {t.fromCamera}
      </summary>
      {'MediaRecorder' in window ? <Recording {...props} /> : <p>{recording.unsupported}</p>}
    </details>
  );
}

function Recording({ isDisabled, onFile }: RecorderProps) {
  const { recording: t, camera: words } = useStrings();
  const format = useFormat();
  const camera = useCamera();
  const { state, start, stop, discard } = useRecording(camera.stream);
  if (state.is === 'done') {
    return (
      <Review
        blob={state.blob}
        isDisabled={isDisabled}
        onDiscard={discard}
        onSend={() => {
          const extension = state.blob.type.includes('mp4') ? 'mp4' : 'webm';
          const name = `${t.name(format.dateTime(new Date().toISOString()))}.${extension}`;
          onFile(new File([state.blob], name, { type: state.blob.type }));
          discard();
          camera.close();
        }}
      />
    );
  }
  if (camera.stream === null) return <Consent camera={camera} text={t.text} />;
  return (
    <div className="recording">
      <CameraView stream={camera.stream} label={words.view}>
        {state.is === 'running' && (
          <p className="recording-left" aria-hidden="true">
            {state.leftS}
          </p>
        )}
      </CameraView>
      <p role="status" className="recording-status">
        {state.is === 'running' && announcedAt(state.leftS) ? t.left(state.leftS) : ''}
        {state.is === 'failed' ? t.failed : ''}
      </p>
      <div className="recording-actions">
        {state.is === 'running' ? (
          <Button look="danger" icon="stop" onClick={stop}>
            {t.stop}
          </Button>
        ) : (
          <Button look="primary" icon="camera" onClick={start}>
            {t.start}
          </Button>
        )}
        <Button onClick={camera.close}>{words.close}</Button>
      </div>
    </div>
  );
}

/** Read aloud now and then: each second would be too much. */
const announcedAt = (leftS: number): boolean => leftS === RECORDING_S || leftS % 10 === 0 || leftS <= 3;
