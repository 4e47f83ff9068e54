/** A place in the line of those who are about the same thing. */
export interface Turn {
  /** Settles when everybody ahead has left. */
  readonly come: Promise<void>;
  /** To be called in any case, also by those who give up. */
  leave(): void;
}

/** Lets whoever is about the same thing in one after the other, in the order in which they came. */
export class Turns {
  /** The last in each line. */
  private readonly last = new Map<string, Promise<void>>();

  take(name: string): Turn {
    const come = this.last.get(name) ?? Promise.resolve();
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => (leave = resolve));
    const over = come.then(() => left);
    this.last.set(name, over);
    void over.then(() => {
      if (this.last.get(name) === over) this.last.delete(name);
    });
    return { come, leave };
  }
}
