/** Integers in order of arrival, four bytes each (plus at most as much again while it grows). */
export class Int32List {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** @throws {RangeError} when there is no such place */
  at(index: number): number {
    if (index < 0 || index >= this.#length) throw new RangeError(`There are ${this.#length}, not ${index}.`);
    return this.#values[index];
  }
}
