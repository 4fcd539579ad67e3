import fc from 'fast-check';
import type { AnyStandard } from '../standards/kind.ts';
import type { CaseShape } from './cases.ts';

type Marks = NonNullable<CaseShape['marks']>;
type Part = Readonly<Record<string, unknown>>;

/** What is said or observed where a standard is about wording or a checklist: its own phrases and items, and others. */
export function phraseMarks(standard: AnyStandard): Marks {
  const part: Part = { ...standard };
  if (part.kind === 'wording') return sayings(part);
  if (part.kind !== 'checklist') return {};
  const items = listOf(part.items).map((item) => (item as Part).item);
  return { item: fc.constantFrom(...items, 'other'), passed: fc.boolean() };
}

function sayings({ role = 'agent', forbidden, required }: Part): Marks {
  const rules = [...listOf(forbidden), ...listOf(required)];
  const phrases = rules.flatMap((rule) => (typeof rule === 'string' ? rule : listOf((rule as Part).any)));
  const situations = rules.flatMap((rule) => (rule as Part).situation ?? []);
  const parts = fc.array(fc.constantFrom(...phrases, 'well'), { maxLength: 3 });
  return {
    role: fc.constantFrom(role, role, 'customer'),
    text: parts.map((parts) => parts.join(' ')),
    situation: fc.constantFrom(...situations, 'other'),
  };
}

/** Nothing where a parameter that nobody has set stands for a list. */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
