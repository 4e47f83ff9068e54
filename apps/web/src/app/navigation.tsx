import './navigation.css';

import { Link, useLocation } from 'wouter';

import { useMeQuery } from '../session/me.js';
import { useStrings } from '../strings/language.js';
import { Icon } from '../ui/icon.js';
import { placesFor } from './places.js';

/** The pages that the key leads to. Nothing before somebody is signed in. */
export function Navigation() {
  const { shell: t } = useStrings();
  const { data: me } = useMeQuery();
  const [location] = useLocation();
  if (me === undefined) return null;
  return (
    <nav className="navigation" aria-label={t.navigation}>
      <ul>
        {placesFor(me).map(([name, { href }]) => (
          <li key={name}>
            <Link href={href} aria-current={isWithin(location, href) ? 'page' : undefined}>
              <Icon name={name} />
              <span>{t[name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isWithin = (location: string, href: string): boolean =>
  location === href || location.startsWith(`${href}/`);
