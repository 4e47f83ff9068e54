import './offline.css';

import { useSyncExternalStore } from 'react';

import { useStrings } from '../strings/language.js';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Says so while the device has no network. */
export function Offline() {
  const { errors: t } = useStrings();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {/* A service on this machine answers without a network, too. */}
      {!isOnline && !isThisMachine && <p className="offline">{t.offline}</p>}
    </div>
  );
}

const isThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname);
