import './layout.css';

import { type ReactNode } from 'react';
import { Link } from 'wouter';

import { useStrings } from '../strings/language.js';
import { Account } from './account.js';
import { Brand } from './brand.js';
import { Announcer } from '../ui/announcer.js';
import { Navigation } from './navigation.js';
import { Offline } from './offline.js';
import { Preferences } from './preferences.js';

/** The frame around each page: on a phone the navigation lies at the bottom, in reach of the thumb. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const { shell: t } = useStrings();
  return (
    <>
      <a className="skip visually-hidden" href="#content">
        {t.skip}
      </a>
      <header className="top">
        <Link href="/" className="top-brand" aria-label={t.home}>
          <Brand />
        </Link>
        <Navigation />
        <Account />
      </header>
      <Offline />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Announcer />
      <footer className="bottom">
        <Preferences />
        <a href="/docs">{t.apiDocs}</a>
      </footer>
    </>
  );
}
