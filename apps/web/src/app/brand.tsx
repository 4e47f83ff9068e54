import './brand.css';

/** An eye whose line of sight goes on. */
export const Brand = () => (
  <span className="brand">
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M3 16s5-8.5 13-8.5S29 16 29 16s-5 8.5-13 8.5S3 16 3 16" />
      <circle cx="16" cy="16" r="4.2" />
      <path d="M16 16h13" />
    </svg>
    Eyeline
  </span>
);
