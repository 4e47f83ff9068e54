import './list.css';
import './page.css';

import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

interface PageProps {
  readonly title: string;
  /** One sentence below the title. */
  readonly lead?: ReactNode;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** `wide` for what shows a video beside charts. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  readonly children: ReactNode;
}

/** A page: names the window, and takes the focus when one comes here from another page. */
export function Page({ title, lead, actions, width = 'normal', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [location] = useLocation();
  useEffect(() => {
    document.title = title === 'Eyeline' ? title : `${title} · Eyeline`;
  }, [title]);
  useEffect(() => {
    // Not on the first page: there the skip link comes first.
    if (hasNavigated(location)) heading.current?.focus({ preventScroll: true });
  }, [location]);
  return (
    <div className={`page page-${width}`}>
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

let seen: string | null = null;

function hasNavigated(location: string): boolean {
  const isAnother = seen !== null && seen !== location;
  seen = location;
  return isAnother;
}
