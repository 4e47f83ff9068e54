type Column = Float64Array | Float32Array | Uint32Array | Uint8Array;

const FIRST_CAPACITY = 256;

/** A typed array to which numbers are added. */
export class GrowingColumn<T extends Column> {
  private values: T;
  private length = 0;

  constructor(private readonly make: new (length: number) => T) {
    this.values = new make(FIRST_CAPACITY);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new this.make(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  /** As long as what was added; a copy. */
  finish(): T {
    return this.values.slice(0, this.length) as T;
  }
}
