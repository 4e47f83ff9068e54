/** The time that is looked at, which video, charts and lists share. Not in the state of React: it moves with every frame. */
export class Playhead {
  private timeS = 0;
  private readonly listeners = new Set<(timeS: number, by: unknown) => void>();

  constructor(private readonly durationS: number) {}

  readonly get = (): number => this.timeS;

  /** @param by who moves it, so that it need not follow itself */
  readonly moveTo = (timeS: number, by: unknown = null): void => {
    const within = Math.min(this.durationS, Math.max(0, timeS));
    if (within === this.timeS) return;
    this.timeS = within;
    this.listeners.forEach((listener) => listener(within, by));
  };

  readonly subscribe = (listener: (timeS: number, by: unknown) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
