/** What cannot be used, and why: counted, and the first of them named. */
export interface FaultList {
  readonly count: number;
  readonly first: readonly { readonly name: string; readonly reason: string }[];
}

/** So many are kept by name; all of them are told at once. */
const KEPT = 50;

/** Files that cannot be used: each is told when it is met, and a bounded number is kept for the result. */
export class Faults implements FaultList {
  count = 0;
  readonly first: { name: string; reason: string }[] = [];

  constructor(private readonly say: (line: string) => void) {}

  add(name: string, reason: string): void {
    this.say(`left out: ${name}: ${reason}`);
    this.count++;
    if (this.first.length < KEPT) this.first.push({ name, reason });
  }

  /** Plain data. */
  list(): FaultList {
    return { count: this.count, first: this.first };
  }
}
