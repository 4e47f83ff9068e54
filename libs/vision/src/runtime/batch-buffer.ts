/** Memory for the input of a network that takes several crops at once; grows to the largest batch and is used again. */
export class BatchBuffer {
  private memory: Float32Array;

  /** @param itemLength numbers a crop has */
  constructor(private readonly itemLength: number) {
    this.memory = new Float32Array(itemLength);
  }

  /** Room for exactly `count` crops, with whatever was in it before. */
  take(count: number): Float32Array {
    const length = count * this.itemLength;
    if (this.memory.length < length) this.memory = new Float32Array(length);
    return this.memory.length === length ? this.memory : this.memory.subarray(0, length);
  }

  /** The i-th crop of the batch that was filled last. */
  item(i: number): Float32Array {
    return this.memory.subarray(i * this.itemLength, (i + 1) * this.itemLength);
  }
}
