import { describe, expect, it } from 'vitest';
import { type EventRow, policyOf } from '../support/naive-service.ts';
import { onlyVerdict } from '../support/one-standard.ts';

const received: EventRow = ['received', '09-28 10:00'];

describe('the owner on a verdict', () => {
  const owner = (events: readonly EventRow[], attributes = {}, asOf = '09-28 18:00') =>
    onlyVerdict(policyOf(), [received, ...events], asOf, attributes).owner;

  it.each([
    ['its owner before its agent and department', { owner: 'li', agent: 'wu', department: 'A' }, 'li'],
    ['its agent before its department', { agent: 'wu', department: 'A' }, 'wu'],
    ['its department', { department: 'A' }, 'A'],
    ['nobody', {}, undefined],
    ['nobody by a number', { owner: 7 }, undefined],
  ])('is of a case that was handed to nobody: %s', (_, attributes, expected) =>
    expect(owner([], attributes)).toBe(expected),
  );

  it('is whom it was handed to last, assigned or transferred', () => {
    expect(owner([['assigned', '09-28 11:00', { to: 'wu' }]], { owner: 'li' })).toBe('wu');
    expect(
      owner([
        ['assigned', '09-28 11:00', { to: 'wu' }],
        ['transferred', '09-28 12:00', { to: 'A' }],
      ]),
    ).toBe('A');
  });

  it('stays where a handover names nobody, or something else was changed', () => {
    const assigned: EventRow = ['assigned', '09-28 11:00', { to: 'wu' }];
    expect(owner([assigned, ['assigned', '09-28 12:00']])).toBe('wu');
    expect(owner([assigned, ['changed', '09-28 12:00', { set: { tier: 'gold' } }]])).toBe('wu');
    expect(owner([assigned, ['changed', '09-28 12:00', { set: null }]])).toBe('wu');
    expect(owner([assigned, ['changed', '09-28 12:00', { set: 'owner' }]])).toBe('wu');
    expect(owner([assigned, ['changed', '09-28 12:00']])).toBe('wu');
  });

  it('is nobody once the owner was changed to nobody, or it was handed to something without a name', () => {
    const assigned: EventRow = ['assigned', '09-28 11:00', { to: 'wu' }];
    expect(
      owner([assigned, ['changed', '09-28 12:00', { set: { owner: null } }]], { owner: 'li' }),
    ).toBeUndefined();
    expect(owner([assigned, ['assigned', '09-28 12:00', { to: 7 }]], { owner: 'li' })).toBeUndefined();
  });
});
