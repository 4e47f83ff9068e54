import './account.css';

import { useMeQuery } from '../session/me.js';
import { SignOutButton } from '../session/sign-out-button.js';
import { useStrings } from '../strings/language.js';

/** Who is signed in; nothing on a machine that needs no key. */
export function Account() {
  const { session: t } = useStrings();
  const { data: me } = useMeQuery();
  if (me?.by !== 'session' || me.key === null) return null;
  return (
    <div className="account">
      <span className="account-name" title={t.signedInAs(me.key.name)}>
        {me.key.name}
      </span>
      <SignOutButton />
    </div>
  );
}
