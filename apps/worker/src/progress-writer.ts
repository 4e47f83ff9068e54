/** Shares of the whole that the stages have; the rest of the bar belongs to the report. */
export const PROGRESS = { prepared: 0.05, analysed: 0.95 } as const;

/** Progress of the whole analysis when `share` (0-1) of its frames has been looked at. */
export const progressOfFrames = (share: number): number =>
  PROGRESS.prepared + (PROGRESS.analysed - PROGRESS.prepared) * Math.min(Math.max(share, 0), 1);

interface ProgressWriterSettings {
  /** False when the analysis needs the work no more. */
  write(progress: number): Promise<boolean>;
  onStale(): void;
  onError(error: unknown): void;
  periodMs?: number;
}

/**
 * Writes the latest progress at a fixed pace, one write at a time. It writes also when nothing has moved: the answer
 * is how a job hears that its analysis was canceled, deleted or started anew.
 */
export class ProgressWriter {
  private progress: number = PROGRESS.prepared;
  private readonly timer: NodeJS.Timeout;
  private writing: Promise<void> | null = null;

  constructor(private readonly settings: ProgressWriterSettings) {
    this.timer = setInterval(() => {
      this.writing ??= this.write().finally(() => (this.writing = null));
    }, settings.periodMs ?? 500);
  }

  report(progress: number): void {
    this.progress = Math.max(this.progress, progress);
  }

  /** Ends the writing and waits for the write that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.writing;
  }

  private async write(): Promise<void> {
    try {
      if (!(await this.settings.write(this.progress))) this.settings.onStale();
    } catch (error) {
      // A lost progress write costs nothing but a late bar: the work goes on.
      this.settings.onError(error);
    }
  }
}
