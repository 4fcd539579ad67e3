import type { Test, When } from '../case/conditions.ts';
import { type Dialect, numberLiteral } from './dialect.ts';
import type { ColumnType } from './tables.ts';

/** An attribute of a row: NULL where it is absent. */
export interface Attribute {
  readonly sql: string;
  readonly type: ColumnType;
}

/** Finds an attribute of a row; `undefined` where no column holds it. */
export type FindAttribute = (name: string) => Attribute | undefined;

const TRUE = '(1 = 1)';
export const FALSE = '(1 = 0)';

/** A condition as a predicate that is true or false, never NULL: each attribute is there and passes its test. */
export function whenSql(when: When | undefined, find: FindAttribute, dialect: Dialect): string {
  return allOf(Object.entries(when ?? {}).map(([name, test]) => testSql(test, find(name), dialect)));
}

/** What a row of conditions says: `fails` where a test of a present attribute does, else the absent attributes by name. */
export interface RowSql {
  readonly fails: string;
  /** In order: the first that is absent decides. */
  readonly absent: readonly { readonly name: string; readonly sql: string }[];
}

export function rowSql(when: When, find: FindAttribute, dialect: Dialect): RowSql {
  const fails: string[] = [];
  const absent: { name: string; sql: string }[] = [];
  for (const [name, test] of Object.entries(when)) {
    const attribute = find(name);
    const passes = testSql(test, attribute, dialect);
    if (isExistence(test)) fails.push(`NOT ${passes}`);
    else {
      if (attribute !== undefined) fails.push(`(${attribute.sql} IS NOT NULL AND NOT ${passes})`);
      absent.push({ name, sql: attribute === undefined ? TRUE : `${attribute.sql} IS NULL` });
    }
  }
  return { fails: anyOf(fails), absent };
}

export const allOf = (tests: readonly string[]): string =>
  tests.length === 0 ? TRUE : `(${tests.join(' AND ')})`;
export const anyOf = (tests: readonly string[]): string =>
  tests.length === 0 ? FALSE : `(${tests.join(' OR ')})`;

const isExistence = (test: Test): test is { readonly exists: boolean } =>
  typeof test === 'object' && test !== null && 'exists' in test;

function testSql(test: Test, attribute: Attribute | undefined, dialect: Dialect): string {
  if (attribute === undefined) return isExistence(test) && !test.exists ? TRUE : FALSE;
  const { sql } = attribute;
  if (isExistence(test)) return `(${sql} IS ${test.exists ? 'NOT ' : ''}NULL)`;
  return `(${sql} IS NOT NULL AND ${presentSql(test, attribute, dialect)})`;
}

/** The same where the attribute is there. */
function presentSql(test: Test, attribute: Attribute, dialect: Dialect): string {
  const { sql } = attribute;
  if (Array.isArray(test)) return anyOf(test.map((value) => presentSql(value, attribute, dialect)));
  if (typeof test !== 'object' || test === null) {
    const literal = literalOf(test, attribute, dialect);
    return literal === undefined ? FALSE : `(${sql} = ${literal})`;
  }
  if (isExistence(test)) return test.exists ? TRUE : FALSE;
  if ('not' in test) return `(NOT ${presentSql(test.not as Test, attribute, dialect)})`;
  const bounds = Object.entries(test as Readonly<Record<string, unknown>>).filter(
    ([, bound]) => bound !== undefined,
  );
  return allOf(
    bounds.map(([name, bound]) => {
      const literal = literalOf(bound, attribute, dialect);
      const order = typeof bound === 'string' ? dialect.byCodePoint : '';
      return literal === undefined ? FALSE : `(${sql}${order} ${operators[name as 'gt']} ${literal})`;
    }),
  );
}

const operators = { gte: '>=', gt: '>', lte: '<=', lt: '<' } as const;

/** A value as a literal of the attribute's type; values of another type equal nothing. */
function literalOf(value: unknown, { type }: Attribute, dialect: Dialect): string | undefined {
  if (typeof value === 'string' && (type === 'text' || type === 'date')) return dialect.text(value);
  if (typeof value === 'number' && type === 'number') return numberLiteral(value);
  if (typeof value === 'boolean' && type === 'boolean') return value ? 'TRUE' : 'FALSE';
  return undefined;
}

/** The type of column that a test compares with, where it says. */
export function typeOfTest(test: Test): ColumnType | undefined {
  if (Array.isArray(test)) return test.map(typeOfTest).find((type) => type !== undefined);
  if (typeof test === 'number') return 'number';
  if (typeof test === 'boolean') return 'boolean';
  if (typeof test !== 'object' || test === null) return typeof test === 'string' ? 'text' : undefined;
  if ('not' in test) return typeOfTest(test.not as Test);
  if (isExistence(test)) return undefined;
  return typeOfTest(Object.values(test)[0] as Test);
}
