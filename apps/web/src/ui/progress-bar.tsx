import './progress-bar.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0-1; null: nobody knows how long it takes. */
  readonly value: number | null;
}

export const ProgressBar = ({ label, value }: ProgressBarProps) => (
  <progress
    className="progress-bar"
    aria-label={label}
    {...(value === null ? {} : { value: Math.min(1, Math.max(0, value)) })}
    max={1}
  />
);
