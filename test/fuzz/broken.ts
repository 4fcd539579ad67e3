import fc from 'fast-check';

/** Values that a document holds by mistake, or by malice. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    -0,
    -1,
    0.5,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
  ),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'toString',
    '2026-02-30',
    '1969-12-31',
    '2200-01-01',
    '99:99-00:00',
  ),
  fc.constantFrom(
    '00:00-24:00',
    '1 day',
    '0 days',
    '1e3 hours',
    'P9999M',
    '99999999 working days',
    '>= 100%',
    '09:00',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [{}],
    { parameter: 'x' },
    { table: [] },
    { event: 'received' },
    { not: {} },
  ),
  fc.constantFrom<unknown>(10n, Symbol('x'), () => 1, new Date(Number.NaN), new Map(), new Uint8Array(3)),
  fc.integer({ min: 1, max: 20_000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 1, max: 3000 }).map(nested),
);

/** A list in a list, so many deep. */
function nested(depth: number): unknown {
  let inner: unknown = 'deep';
  for (let n = 0; n < depth; n += 1) inner = n % 2 === 0 ? [inner] : { not: inner };
  return inner;
}

const change = fc.record({
  steps: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom('replace', 'remove', 'add', 'copy', 'wrap', 'graft', 'graft', 'graft'),
  junk,
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'when', 'calendar', 'id', 'kind', 'parameter')),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
type Node = Record<string, unknown>;

/** Documents broken in one to four places. */
export const broken = (documents: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(documents, fc.oneof(fc.array(change, once), fc.array(change, { minLength: 1, maxLength: 4 })))
    .map(([document, changes]) => {
      const holder: Node = { document: structuredClone(document) };
      for (const one of changes) apply(holder, one);
      return holder.document;
    });

const once = { minLength: 1, maxLength: 1 };

function apply(holder: Node, { steps, how, junk, key }: Change): void {
  let parent = holder;
  let at = 'document';
  for (const step of steps) {
    const inner = parent[at];
    const keys = isNode(inner) ? Object.keys(inner) : [];
    if (!isNode(inner) || keys.length === 0) break;
    parent = inner;
    at = keys[step % keys.length]!;
  }
  // What stands under the same key elsewhere fits, and says something else.
  const others = how === 'graft' ? [...valuesUnder(at, holder)] : [];
  if (how === 'graft') parent[at] = copied(others[steps[0]! % others.length]);
  else if (how === 'replace') parent[at] = junk;
  else if (how === 'remove') delete parent[at];
  else if (how === 'wrap') parent[at] = [parent[at]];
  // A list won't take any value as its length.
  else if (Array.isArray(parent) && key === 'length') parent.push(junk);
  else if (how === 'copy') Object.defineProperty(parent, key, property(parent[at]));
  else Object.defineProperty(parent, key, property(junk));
}

/** Deeper than any document is meant to be; what was nested without end on purpose is not walked to its end. */
const DEEPEST = 64;

function* valuesUnder(key: string, node: Node, depth = 0): Generator<unknown> {
  for (const [own, value] of Object.entries(node)) {
    if (own === key) yield value;
    if (isNode(value) && depth < DEEPEST) yield* valuesUnder(key, value, depth + 1);
  }
}

/** What can't be copied, such as a function in it, is left out. */
function copied(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

/** Also under "__proto__", which an assignment would take for something else. */
const property = (value: unknown) => ({ value, enumerable: true, configurable: true, writable: true });

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

const cut = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('overwrite', 'insert', 'delete', 'truncate', 'repeat'),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc
      .constantFrom(
        '"',
        '""',
        '"\n',
        ',',
        ';',
        '\r',
        '\n',
        '\0',
        '\ufeff',
        '<',
        '</row>',
        '&#x110000;',
        'constructor',
        '<c r="XFD1048577"/>',
        '{',
        ']',
      )
      .map((text) => new TextEncoder().encode(text)),
    fc.constantFrom(Uint8Array.of(0xff, 0xfe), Uint8Array.of(0x1f, 0x8b, 8), Uint8Array.of(0x50, 0x4b, 5, 6)),
  ),
});

/** Files broken in one to five places. */
export const brokenBytes = (files: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(files, fc.array(cut, { minLength: 1, maxLength: 5 })).map(([file, cuts]) =>
    cuts.reduce((bytes, { at, how, bytes: more }) => {
      const place = Math.floor(at * bytes.length);
      const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
      if (how === 'truncate') return before;
      if (how === 'insert') return joined(before, more, after);
      if (how === 'delete') return joined(before, after.subarray(more.length));
      if (how === 'overwrite') return joined(before, more, after.subarray(more.length));
      return joined(before, after.subarray(0, 200), after);
    }, file),
  );

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
