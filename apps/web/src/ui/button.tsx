import './button.css';

import { type ComponentProps, type ReactNode } from 'react';
import { Link } from 'wouter';

import { Icon, type IconName } from './icon.js';

interface Look {
  /** One primary action a page; `quiet` for those beside each thing of a list. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly children?: ReactNode;
}

const classOf = (look: Look['look'] = 'plain', icon: boolean, label: ReactNode): string =>
  `button button-${look}${icon && label === undefined ? ' button-square' : ''}`;

export function Button({
  look,
  icon,
  children,
  ...rest
}: Look & Omit<ComponentProps<'button'>, 'className'>) {
  return (
    <button type="button" {...rest} className={classOf(look, icon !== undefined, children)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** Looks like a button, leads somewhere. */
export function ButtonLink({ look, icon, children, href }: Look & { readonly href: string }) {
  return (
    <Link href={href} className={classOf(look, icon !== undefined, children)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A file that the API gives: the browser goes there, not the router. */
export function DownloadLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} className="button button-plain" download>
      <Icon name="download" />
      {children}
    </a>
  );
}
