import { expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import type { LimitInput } from '../../src/limit/types.ts';

/** What is told of a due, line by line; each was read against a calendar on paper. */
interface Told {
  readonly about: string;
  readonly from: string;
  readonly limit: LimitInput;
  readonly options: DueOptions;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** Tests that each is told so in English, in Chinese, and from its JSON as well. */
export function tellsEach(told: readonly Told[]): void {
  it.each(told)('tells $about in English', ({ from, limit, options, en }) => {
    expect(explain(dueAt(from, limit, options), { locale: 'en' }).split('\n')).toEqual(en);
  });

  it.each(told)('tells $about in Chinese', ({ from, limit, options, zh }) => {
    expect(explain(dueAt(from, limit, options), { locale: 'zh-CN' }).split('\n')).toEqual(zh);
  });

  it.each(told)('tells $about from its JSON as well', ({ from, limit, options, en }) => {
    const stored = JSON.parse(JSON.stringify(dueAt(from, limit, options)));
    expect(explain(stored, { locale: 'en' }).split('\n')).toEqual(en);
  });
}
