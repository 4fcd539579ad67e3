/**
 * Two 64-bit hashes of a case, its id's and its content's, as four 32-bit words.
 *
 * The content is everything but the order of keys: `{ a, b }` and `{ b, a }` are the same, other events or another
 * order of events are not. Instants count as they are written (a `Date` as its milliseconds).
 */
export interface ContentHash {
  idHigh: number;
  idLow: number;
  high: number;
  low: number;
  /** Sets the four words. */
  take(id: string, content: unknown): void;
}

/** Deeper than any real attribute: a value that contains itself must not run on for ever. */
const DEEPEST = 16;

/** A hasher that reuses its own words: nothing is allocated per case. */
export function createContentHash(): ContentHash {
  const float = new Float64Array(1);
  const words = new Uint32Array(float.buffer);
  let high = 0;
  let low = 0;
  let depth = 0;

  const start = (seed: number) => {
    high = 0xdeadbeef ^ seed;
    low = 0x41c6ce57 ^ seed;
  };
  const word = (value: number) => {
    high = Math.imul(high ^ value, 0x9e3779b1);
    low = Math.imul(low ^ value, 0x5f356495);
    high ^= high >>> 15;
    low ^= low >>> 13;
  };
  const text = (value: string) => {
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      high = Math.imul(high ^ unit, 0x9e3779b1);
      low = Math.imul(low ^ unit, 0x5f356495);
    }
    word(value.length);
  };
  // Without it the last characters would only reach the upper bits.
  const finish = () => {
    const a = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
    const b = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    high = a ^ (a >>> 16);
    low = b ^ (b >>> 15);
  };
  const number = (value: number) => {
    float[0] = value;
    word(words[0] as number);
    word(words[1] as number);
  };
  const object = (value: object) => {
    if (value instanceof Date) {
      number(value.getTime());
      return;
    }
    if (Array.isArray(value)) {
      word(value.length);
      for (const item of value) any(item);
      return;
    }
    if ('epochMilliseconds' in value) {
      any(value.epochMilliseconds);
      return;
    }
    const outerHigh = high;
    const outerLow = low;
    let sumHigh = 0;
    let sumLow = 0;
    let keys = 0;
    // A sum doesn't know the order of its parts, which spares sorting the keys.
    for (const key in value) {
      const field = (value as Record<string, unknown>)[key];
      if (field === undefined) continue;
      start(0x2545f491);
      text(key);
      any(field);
      finish();
      sumHigh = (sumHigh + high) | 0;
      sumLow = (sumLow + low) | 0;
      keys += 1;
    }
    high = outerHigh;
    low = outerLow;
    word(keys);
    word(sumHigh);
    word(sumLow);
  };
  const any = (value: unknown): void => {
    switch (typeof value) {
      case 'string':
        word(1);
        text(value);
        break;
      case 'number':
        word(2);
        number(value);
        break;
      case 'boolean':
        word(value ? 3 : 4);
        break;
      case 'object':
        word(value === null ? 5 : 6);
        if (value !== null && depth < DEEPEST) nested(value);
        break;
      default:
        word(7);
    }
  };
  const nested = (value: object) => {
    depth += 1;
    object(value);
    depth -= 1;
  };

  return {
    idHigh: 0,
    idLow: 0,
    high: 0,
    low: 0,
    take(id, content) {
      start(0);
      text(id);
      finish();
      this.idHigh = high >>> 0;
      this.idLow = low >>> 0;
      start(1);
      any(content);
      finish();
      this.high = high >>> 0;
      this.low = low >>> 0;
    },
  };
}
