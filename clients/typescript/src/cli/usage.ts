/** The command line is wrong: exit code 2. */
export class UsageError extends Error {}

/** Of this package; a test compares. */
export const VERSION = '0.1.0';

export const USAGE = `eyeline: videos in, reports of expressions and eye contact out.

Usage: eyeline COMMAND [OPTIONS]

  analyze VIDEO...     send videos (files or https addresses) and start their analysis
      --wait             until they have ended
      --out DIR          and write each report to DIR/NAME.report.json (waits)
      --frames FORMAT    and every frame to DIR/NAME.frames.FORMAT: csv, ndjson or parquet
      --option NAME=VALUE   such as sampling_fps=2 or landmarks=true; may be repeated
      --tag TAG          a name for a group of analyses
      --metadata JSON    your own data, kept with the analysis
      --webhook-url URL  an address that is told how it ends
  status ID            how an analysis is doing
  report ID            what was measured
  cancel ID            stop an analysis
  list                 analyses, the newest first
      --status STATUS    queued, processing, completed, failed or canceled
      --tag TAG
      --limit N          at most so many; 20 by default
  webhooks list                  who is told how analyses end
  webhooks create URL            tell this address too; prints its secret, once
      --event EVENT                analysis.completed, .failed or .canceled; all by default; may be repeated
  webhooks delete ID
  webhooks test ID               send it a test, and say what became of it

Everywhere:
  --json               standard output holds one JSON document, and nothing else
  --url URL            where the service is; EYELINE_URL otherwise, or http://127.0.0.1:3000
  --help, --version

A service with keys wants one in EYELINE_API_KEY.
Exit codes: 0 done; 1 refused, failed or unreachable; 2 wrong usage; 130 Ctrl-C.

Example: eyeline analyze talk.mp4 --out reports --option sampling_fps=2`;
