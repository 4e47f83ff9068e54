/** One field of a message: a number, or the bytes of a string, a message or packed numbers. */
export interface ProtobufField {
  readonly number: number;
  /** Of varints; 0 for other fields. */
  readonly value: number;
  /** Empty for varints. */
  readonly bytes: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/**
 * The fields of a protobuf message, in the order of the bytes.
 *
 * @throws {RangeError} when the bytes are no such message
 */
export function* readFields(message: Uint8Array): Generator<ProtobufField> {
  const reader = new VarintReader(message);
  while (reader.at < message.length) {
    const key = reader.next();
    const number = Math.floor(key / 8);
    if (number === 0) throw new RangeError('a field has no number');
    switch (key % 8) {
      case 0:
        yield { number, value: reader.next(), bytes: NOTHING };
        break;
      case 1:
        yield { number, value: 0, bytes: reader.take(8) };
        break;
      case 2:
        yield { number, value: 0, bytes: reader.take(reader.next()) };
        break;
      case 5:
        yield { number, value: 0, bytes: reader.take(4) };
        break;
      default:
        throw new RangeError('a field is of no known type');
    }
  }
}

/** Packed varints. */
export function readVarints(bytes: Uint8Array): number[] {
  const reader = new VarintReader(bytes);
  const values: number[] = [];
  while (reader.at < bytes.length) values.push(reader.next());
  return values;
}

class VarintReader {
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Exact up to 2^53, which is more than any size or dimension that is let through. */
  next(): number {
    let value = 0;
    for (let shift = 0, weight = 1; shift < 10; shift++, weight *= 128) {
      if (this.at >= this.bytes.length) throw new RangeError('the bytes end within a number');
      const byte = this.bytes[this.at++];
      value += (byte & 127) * weight;
      if (byte < 128) return value;
    }
    throw new RangeError('a number is too long');
  }

  take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new RangeError('the bytes end within a field');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
