import './announcer.css';

import { useSyncExternalStore } from 'react';

import { currentAnnouncement, onAnnouncement } from './announcements.js';

/** The place for announcements; it is there from the start, or screen readers would miss the first. */
export function Announcer() {
  const announcement = useSyncExternalStore(onAnnouncement, currentAnnouncement);
  return (
    <div className="announcer" role="status">
      {announcement !== null && <p key={announcement.id}>{announcement.text}</p>}
    </div>
  );
}
