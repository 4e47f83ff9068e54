import './loading.css';

import { useStrings } from '../strings/language.js';

/** Shows after a moment only, so that what comes quickly does not flicker. */
export function Loading() {
  const { shell } = useStrings();
  return (
    <p className="loading" role="status">
      {shell.loading} …
    </p>
  );
}
