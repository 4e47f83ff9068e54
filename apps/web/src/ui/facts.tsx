import './facts.css';

import { type ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
  readonly size?: 'normal' | 'large';
}

/** Names with their values, as many beside each other as there is room for. */
export const Facts = ({ facts, size = 'normal' }: FactsProps) => (
  <dl className={`facts facts-${size}`}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
