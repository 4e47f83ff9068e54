import './switch.css';

import { type ReactNode, useId } from 'react';

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** On or off, at once: a checkbox that says so to assistive technology as well. */
export function Switch({ checked, onChange, children, hint, disabled }: SwitchProps) {
  const hintId = useId();
  return (
    <div className="switch">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          {...(hint === undefined ? {} : { 'aria-describedby': hintId })}
        />
        <span className="switch-track" aria-hidden="true" />
        <span>{children}</span>
      </label>
      {hint !== undefined && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
