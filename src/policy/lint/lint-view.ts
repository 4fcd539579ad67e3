import type { When } from '../../case/conditions.ts';
import type { ErrorPath } from '../../errors/duly-error.ts';
import type { Problem } from '../../errors/problem.ts';
import { type ShapedValue, walkShape } from '../../errors/walk-shape.ts';
import { ladderShape } from '../../escalation/shape.ts';
import type { Ladder } from '../../escalation/types.ts';
import { kpiShape } from '../../kpi/shape.ts';
import type { KpiSpec } from '../../kpi/types.ts';
import type { AnyStandard, StandardKind } from '../../standards/kind.ts';
import { type ParameterLookup, parametersIn, withParameters } from '../../standards/parameters.ts';

/** A standard of any kind, as far as the lint knows it. */
export type LintStandard = AnyStandard & { readonly when?: When; readonly calendar?: string };

/** A part of the document with its path; set parameters are put in. */
export interface Placed<T> {
  readonly part: T;
  readonly path: ErrorPath;
}

type Document = Readonly<Record<string, unknown>>;

/** The sound parts of a document, and what the lint has to say of them. */
export class LintView {
  readonly document: Document;
  readonly standards: readonly Placed<LintStandard>[];
  readonly ladders: readonly Placed<Ladder>[];
  readonly kpis: readonly Placed<KpiSpec>[];
  readonly warnings: Problem[] = [];
  readonly #errors: readonly Problem[];
  readonly #kinds: Readonly<Record<string, StandardKind>>;
  readonly #parameters: ParameterLookup;

  constructor(document: Document, errors: readonly Problem[], kinds: Readonly<Record<string, StandardKind>>) {
    this.document = document;
    this.#errors = errors;
    this.#kinds = kinds;
    this.#parameters = this.#soundParameters();
    this.standards = this.#parts('standards');
    this.ladders = this.#parts('ladders');
    this.kpis = this.#parts('kpis');
  }

  /** Whether nothing is wrong at a path or below it. */
  isSound(...path: ErrorPath): boolean {
    return !this.#errors.some((error) => path.every((key, index) => error.path[index] === key));
  }

  /** Whether nothing is wrong at a path, whatever is below it. */
  #isSoundItself(key: string): boolean {
    return !this.#errors.some(({ path }) => path.length === 1 && path[0] === key);
  }

  standard(id: string): LintStandard | undefined {
    return this.standards.find(({ part }) => part.id === id)?.part;
  }

  /** Every value of every part, with its shape. */
  *values(): Generator<ShapedValue> {
    for (const { part, path } of this.standards) yield* this.valuesIn(part, path);
    for (const { part, path } of this.ladders) yield* walkShape(ladderShape, part, path);
    for (const { part, path } of this.kpis) yield* walkShape(kpiShape, part, path);
  }

  valuesIn(standard: LintStandard, path: ErrorPath): Generator<ShapedValue> {
    return walkShape(this.#kinds[standard.kind]!.shape, standard, path);
  }

  warn(code: string, path: ErrorPath, message: string, hint: string): void {
    this.warnings.push({ severity: 'warning', code: `policy.${code}`, path, message, hint });
  }

  #parts<T>(list: 'standards' | 'ladders' | 'kpis'): Placed<T>[] {
    const given = this.document[list];
    if (!Array.isArray(given) || !this.#isSoundItself(list)) return [];
    return given.flatMap((part, index) =>
      this.isSound(list, index)
        ? [
            {
              part: withParameters(part as T, this.#parameters, (unset) => unset),
              path: [list, index],
            },
          ]
        : [],
    );
  }

  #soundParameters(): ParameterLookup {
    const { parameters } = this.document;
    if (typeof parameters !== 'object' || parameters === null || !this.#isSoundItself('parameters'))
      return () => undefined;
    const valueIn = parametersIn(parameters as Document);
    return (name) => (this.isSound('parameters', name) ? valueIn(name) : undefined);
  }
}
