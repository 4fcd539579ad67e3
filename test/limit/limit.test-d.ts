import { expectTypeOf, it } from 'vitest';
import type { countings } from '../../src/limit/countings.ts';
import type { dueAt } from '../../src/limit/due-at.ts';
import type { Counting, CountingName, LimitInput } from '../../src/limit/types.ts';

it('a mistyped unit does not compile', () => {
  expectTypeOf<'5 working days'>().toExtend<LimitInput>();
  expectTypeOf<'1 hour'>().toExtend<LimitInput>();
  expectTypeOf<'8.5 working hours'>().toExtend<LimitInput>();
  expectTypeOf<'PT24H'>().toExtend<LimitInput>();
  expectTypeOf<{ amount: 3; unit: 'months' }>().toExtend<LimitInput>();
  expectTypeOf<'5 dyas'>().not.toExtend<LimitInput>();
  expectTypeOf<'5 working weeks'>().not.toExtend<LimitInput>();
  expectTypeOf<'five days'>().not.toExtend<LimitInput>();
  expectTypeOf<'P5H'>().not.toExtend<LimitInput>();
  expectTypeOf<{ amount: 3; unit: 'moths' }>().not.toExtend<LimitInput>();
});

it('a mistyped convention does not compile either', () => {
  expectTypeOf<keyof typeof countings>().toEqualTypeOf<CountingName>();
  expectTypeOf<'bgbb'>().not.toExtend<NonNullable<Parameters<typeof dueAt>[2]['counting']>>();
  expectTypeOf<{ start: 'next-day' }>().not.toExtend<Counting>();
});
