import type { JsonSchema } from '../policy/shape-json.ts';
import { statuses } from '../standards/verdict.ts';

/**
 * The JSON Schema (draft 2020-12) of reports of format `duly-report/1`: what `audit` returns, and what the command line
 * writes with `--json`. Keys that later versions add are let through; no key that is stated here will go, or mean
 * anything else, without another format.
 *
 * @returns A new plain object.
 * @example reportJsonSchema().title // => 'A report of duly'
 */
export function reportJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A report of duly',
    ...object(
      {
        format: { const: 'duly-report/1' },
        timeZone: described(text, 'The zone of the newest policy: an IANA name.'),
        policy: listOf(ref('version')),
        asOf: described(ref('instant'), 'The moment at which every case was judged.'),
        range: orNull(
          object({ from: orNull(ref('instant')), to: orNull(ref('instant')), event: text }),
          'The first `event` of a case lies in [from, to).',
        ),
        cases: described(
          counts('read', 'assessed', 'rejected', 'duplicate'),
          'read = assessed + rejected + duplicate',
        ),
        rows: orNull(counts('read', 'used', 'rejected', 'duplicate'), 'read = used + rejected + duplicate'),
        ...ledger(),
        findings: listOf(codeCount(ref('finding'))),
        rejects: listOf(codeCount(ref('reject'))),
        breaches: described(listOf(ref('breach')), 'The worst first, not all of them.'),
      },
      {
        partial: described({ const: true }, 'The audit was stopped before the end of its input.'),
        hours: described(
          object({ arrivals: ref('week'), breached: ref('week') }),
          'Cases by weekday and hour of arrival on the wall clock of timeZone, and those of them that broke a promise.',
        ),
        against: described(ref('against'), 'What other rules make of the same cases.'),
      },
    ),
    $defs: definitions(),
  };
}

const text: JsonSchema = { type: 'string' };
const flag: JsonSchema = { type: 'boolean' };
const number: JsonSchema = { type: 'number' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const ordinal: JsonSchema = { type: 'integer', minimum: 1 };
const severity: JsonSchema = { enum: ['hard', 'soft'] };

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const ofLength = (items: JsonSchema, length: number): JsonSchema => ({
  ...listOf(items),
  minItems: length,
  maxItems: length,
});
const described = (schema: JsonSchema, description: string): JsonSchema => ({ ...schema, description });
const orNull = (schema: JsonSchema, description?: string): JsonSchema => ({
  anyOf: [schema, { type: 'null' }],
  ...(description !== undefined && { description }),
});

type Properties = Readonly<Record<string, JsonSchema>>;

const object = (required: Properties, optional: Properties = {}): JsonSchema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});

const counts = (...names: readonly string[]): JsonSchema =>
  object(Object.fromEntries(names.map((name) => [name, count])));

const codeCount = (example: JsonSchema): JsonSchema =>
  object({ code: text, count, examples: listOf(example) });

/** The figures of one set of rules. */
const ledger = (): Properties => ({
  standards: listOf(ref('standard')),
  kpis: listOf(ref('kpi')),
  escalations: listOf(ref('rung')),
  provisional: object({
    runs: count,
    reasons: listOf(object({ reason: text, since: ref('civil-date'), runs: count })),
  }),
});

const definitions = (): Properties => ({
  instant: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' },
  'civil-date': { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  text: { anyOf: [text, object({}, { en: text, 'zh-CN': text })] },
  version: object({ id: text, version: text }),
  path: listOf({ type: ['string', 'integer'] }),
  status: { enum: [...statuses] },
  week: described(ofLength(ofLength(count, 24), 7), 'Monday first, hours 0 to 23.'),
  percentiles: object(
    Object.fromEntries(['p50', 'p75', 'p90', 'p95', 'p99'].map((name) => [name, orNull(number)])),
  ),
  standard: standard(),
  kpi: kpi(),
  provisional: object({ since: ref('civil-date'), reason: text, sources: listOf(text) }),
  rate: object({
    numerator: number,
    denominator: number,
    value: orNull(number),
    interval: orNull(ofLength(number, 2)),
    basis: text,
  }),
  rung: object({
    ladder: text,
    rung: text,
    level: number,
    ...Object.fromEntries(['taken', 'missed', 'cancelled', 'due', 'upcoming'].map((state) => [state, count])),
  }),
  finding: object(
    { message: text, case: text },
    { path: ref('path'), events: listOf(count), file: text, line: ordinal },
  ),
  reject: object(
    { message: text },
    { path: ref('path'), id: text, file: text, line: ordinal, column: text, value: text },
  ),
  breach: breach(),
  against: object({
    policy: listOf(ref('version')),
    cases: counts('assessed', 'rejected', 'differing'),
    ...ledger(),
    changes: listOf(change()),
  }),
});

const standard = (): JsonSchema =>
  object(
    {
      id: text,
      title: orNull(ref('text')),
      clause: orNull(ref('text')),
      severity,
      runs: described(count, 'The sum of the seven statuses.'),
      ...Object.fromEntries(statuses.map((status) => [status, count])),
      percentiles: described(
        ref('percentiles'),
        'ms of used time: working time where the standard counts that.',
      ),
      elapsed: described(ref('percentiles'), 'ms from start to end, as the customer lives through it.'),
      working: described(ref('percentiles'), 'ms of working time from start to end, pauses not taken out.'),
      distribution: described(
        listOf(ofLength(number, 2)),
        'Done runs by used time: [up to so many ms, runs], each above the one before.',
      ),
    },
    {
      shares: described(
        ofLength(count, 21),
        'Done runs by the share of the limit used: ten parts of those that kept it, ten of late ones up to 200%, the rest.',
      ),
    },
  );

const kpi = (): JsonSchema =>
  object(
    {
      id: text,
      measure: text,
      period: { type: 'string', pattern: '^\\d{4}(-(\\d{2}(-\\d{2})?|W\\d{2}|Q\\d))?$' },
      group: orNull({
        type: 'object',
        additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
      }),
      numerator: orNull(number),
      denominator: orNull(number),
      value: described(orNull(number), 'A share, a number, or ms; null when there is nothing to divide by.'),
      interval: described(orNull(ofLength(number, 2)), 'Wilson, 95%.'),
      basis: text,
      pending: count,
      goal: orNull(text),
      met: described(orNull(flag), 'null: no goal, or no value.'),
    },
    {
      title: ref('text'),
      shortBy: count,
      provisional: ref('provisional'),
      undetermined: count,
      responseRate: ref('rate'),
      choices: { type: 'object', properties: { by: { enum: ['repeatOf', 'key'] } }, required: ['by'] },
    },
  );

const breach = (): JsonSchema =>
  object({
    case: text,
    standard: text,
    run: ordinal,
    status: { enum: ['late', 'overdue', 'broken'] },
    severity,
    title: orNull(ref('text')),
    clause: orNull(ref('text')),
    owner: orNull(text),
    from: orNull(ref('instant')),
    due: orNull(ref('instant')),
    done: orNull(ref('instant')),
    overMs: orNull(number),
    verdict: described({ type: 'object' }, 'The verdict in full, its steps included: `explain` takes it.'),
  });

const change = (): JsonSchema =>
  object({
    standard: text,
    status: orNull(ref('status')),
    against: orNull(ref('status')),
    runs: count,
    examples: listOf(
      object(
        {
          case: text,
          run: ordinal,
          done: orNull(ref('instant')),
          due: orNull(ref('instant')),
          againstDue: orNull(ref('instant')),
        },
        { file: text, line: ordinal },
      ),
    ),
  });
