import { useEffect } from 'react';

import { readItem } from '../storage/stored-setting.js';
import { NOTED_KEY } from './noted-uploads.js';

/** Goes on with what an earlier page could not finish, whichever page is opened first; fetched only then. */
export function ResumeUploads() {
  useEffect(() => {
    if (readItem(NOTED_KEY) !== null) void import('./upload-queue.js');
  }, []);
  return null;
}
