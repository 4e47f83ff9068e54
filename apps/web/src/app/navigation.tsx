import './navigation.css';

import { Link, useLocation } from 'wouter';

import { useMeQuery } from '../session/me.js';
import { useStrings } from '../strings/language.js';
import { Icon } from '../ui/icon.js';

const PLACES = [
  { name: 'analyses', href: '/analyses' },
  { name: 'upload', href: '/upload' },
  { name: 'live', href: '/live' },
  { name: 'compare', href: '/compare' },
  { name: 'operate', href: '/operate' },
] as const;

/** The pages; the one of operators only for them. Nothing before somebody is signed in. */
export function Navigation() {
  const { shell: t } = useStrings();
  const { data: me } = useMeQuery();
  const [location] = useLocation();
  if (me === undefined) return null;
  const places = PLACES.filter(({ name }) => name !== 'operate' || me.scopes.includes('admin'));
  return (
    <nav className="navigation" aria-label={t.navigation}>
      <ul>
        {places.map(({ name, href }) => (
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
