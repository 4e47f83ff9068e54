import './upload-page.css';

import { useState } from 'react';

import { useCan } from '../../session/me.js';
import { useStrings } from '../../strings/language.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { uploadQueue } from '../../uploads/upload-queue.js';
import { DropZone } from './drop-zone.js';
import { OptionsForm } from './options-form.js';
import { DEFAULT_CHOICES, wishesOf } from './upload-choices.js';
import { Recorder } from './recorder.js';
import { UploadList } from './upload-list.js';

/** Videos from files or from the webcam: how they are to be looked at, and how far they have come. */
export default function UploadPage() {
  const { upload: t } = useStrings();
  const [choices, setChoices] = useState(DEFAULT_CHOICES);
  const mayWrite = useCan('analyses:write');
  const wishes = wishesOf(choices);
  const send = (files: readonly File[]): void => {
    if (wishes !== null) uploadQueue.add(files, wishes);
  };
  if (!mayWrite) {
    return (
      <Page title={t.title}>
        <EmptyState icon="warning" title={t.title} text={t.notAllowed} />
      </Page>
    );
  }
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="upload-columns">
        <div className="upload-sources">
          <DropZone isDisabled={wishes === null} onFiles={send} />
          <UploadList />
          <Recorder isDisabled={wishes === null} onFile={(file) => send([file])} />
        </div>
        <OptionsForm choices={choices} onChange={setChoices} />
      </div>
    </Page>
  );
}
