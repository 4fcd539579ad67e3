import type { When } from '../case/conditions.ts';
import { PolicyError } from '../errors/policy-error.ts';
import { compileJudge, type Judge } from './compile-judge.ts';
import type { AnyStandard, PolicySetting, StandardKind } from './kind.ts';
import { builtInKinds } from './kinds.ts';
import { type Locale, localText } from './local-text.ts';
import { type OwnSchema, readBy, shapeOf } from './own-schema.ts';
import type { LocalText, Part } from './part.ts';

/** Keys of which only the shape is known. */
type Fields = Readonly<Record<string, unknown>>;

/** A standard of a company's own kind: what every part may carry, `when`, `calendar`, and what its schema says. */
export type OwnStandard<Kind extends string = string, Own = Fields> = Part & {
  readonly kind: Kind;
  /** The cases it applies to, by their attributes when they begin. */
  readonly when?: When;
  /** One of the policy's named calendars; its own by default. */
  readonly calendar?: string;
} & Own;

/** What a company's own kind consists of. */
export interface OwnKindSpec<Kind extends string, Input, Output> {
  readonly kind: Kind;
  /** What its standards hold besides the keys that all parts have: a schema of zod, valibot and the like. */
  readonly schema: OwnSchema<Input, Output>;
  /** Says what became of each run; pure, and quick. The standard comes with parameters as their values. */
  readonly judge: Judge<OwnStandard<Kind, Output>>;
  /** The promise in words. */
  readonly describe: (standard: OwnStandard<Kind, Output>, locale: Locale) => LocalText;
}

/** A kind of rule that a company has made; `definePolicy`, `parsePolicy` and `checkPolicy` take it in `kinds`. */
export interface OwnKind<Kind extends string = string, Input = Fields> extends StandardKind {
  readonly kind: Kind;
  describe(standard: OwnStandard<Kind>, locale: Locale): string;
  /** For the type of its standards only. */
  readonly standard?: OwnStandard<Kind, Input>;
}

/**
 * A kind of rule of a company's own. It is passed to `definePolicy`, `parsePolicy` or `checkPolicy`, never registered:
 * the policy carries it along, out of its JSON.
 *
 * The schema speaks of the kind's own keys; `id`, `title`, `clause`, `when`, `calendar` and the like are seen to.
 * `judge` gets the case's timeline and the moment, and returns an outcome per run: `{ status }`, with `from`, `due`,
 * `done`, `detail`, `missing`, `reason` or `explanation` where there is such a thing.
 *
 * @throws {@link PolicyError} `policy.kind`, `policy.kind-taken`; while judging: `policy.outcome`
 * @example
 * const handovers = defineStandardKind({
 *   kind: 'handovers',
 *   schema: { type: 'object', keys: { most: { type: 'number', whole: true } }, needed: ['most'] },
 *   judge: ({ most }, { timeline }) => {
 *     const count = timeline.events.filter(({ type }) => type === 'assigned').length;
 *     return [{ status: count <= most ? 'met' : 'broken', detail: { count, most } }];
 *   },
 *   describe: ({ most }) => `at most ${most} handovers`,
 * });
 * definePolicy(
 *   { id: 'own', version: '1', calendar: office, standards: [{ id: 'calm', kind: 'handovers', most: 3 }] },
 *   { kinds: [handovers] },
 * ).standards.length // => 1
 */
export function defineStandardKind<const Kind extends string, Input = Fields, Output = Input>(
  spec: OwnKindSpec<Kind, Input, Output>,
): OwnKind<Kind, Input> {
  check(spec);
  const { kind, schema, judge, describe } = spec;
  type Own = OwnStandard<Kind, Output>;
  const tell = (standard: Own, locale: Locale) => localText(describe(standard, locale), locale);
  const read = (standard: Own) => readBy(schema, standard);
  const promise = (standard: Own) => ({ en: tell(standard, 'en'), 'zh-CN': tell(standard, 'zh-CN') });
  return Object.freeze({
    kind,
    shape: shapeOf(kind, schema),
    compile: (standard: AnyStandard, setting: PolicySetting) =>
      compileJudge(judge, standard as Own, setting, { read, promise }),
    describe: (standard: OwnStandard, locale: Locale) => tell(read(standard as Own), locale),
  });
}

function check({
  kind,
  schema,
  judge,
  describe,
}: { readonly [key in keyof OwnKindSpec<string, never, never>]: unknown }): void {
  const isSchema = (typeof schema === 'object' && schema !== null) || typeof schema === 'function';
  if (typeof kind !== 'string' || kind === '') refuse('kind', kind, 'a name');
  else if (Object.hasOwn(builtInKinds, kind))
    throw new PolicyError('policy.kind-taken', { kind }, { path: ['kind'] });
  else if (!isSchema) refuse('schema', schema, 'a schema');
  else if (typeof judge !== 'function') refuse('judge', judge, 'a function (standard, context) => outcomes');
  else if (typeof describe !== 'function')
    refuse('describe', describe, 'a function (standard, locale) => text');
}

function refuse(key: string, given: unknown, expected: string): never {
  throw new PolicyError('policy.kind', { given, expected }, { path: [key] });
}
