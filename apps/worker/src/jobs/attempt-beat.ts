import { StaleJob } from './stale-job.js';

/** What one beat says of the work; false when the analysis needs it no more. */
export type Say = () => Promise<boolean>;

interface AttemptBeatSettings {
  /** What is said until `say` gives something better. */
  readonly say: Say;
  onError(error: unknown): void;
  readonly periodMs?: number;
}

/**
 * The sign of life of a job, twice a second, one at a time. The answer is how a job hears, on whatever machine it
 * runs, that its analysis was canceled, deleted or started anew: no message can get lost, none has to be sent.
 */
export class AttemptBeat {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private say: Say;
  private beating: Promise<void> | null = null;

  constructor(private readonly settings: AttemptBeatSettings) {
    this.say = settings.say;
    this.timer = setInterval(() => {
      this.beating ??= this.beat().finally(() => (this.beating = null));
    }, settings.periodMs ?? 500);
  }

  /** Aborted with `StaleJob` once the analysis needs the work no more. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** From now on each beat says this. */
  tell(say: Say): void {
    this.say = say;
  }

  /** Ends the beating and waits for the beat that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  private async beat(): Promise<void> {
    try {
      if (!(await this.say())) this.controller.abort(new StaleJob());
    } catch (error) {
      // A lost beat costs nothing but a late bar: the work goes on.
      this.settings.onError(error);
    }
  }
}
