import { describe, expect, it } from 'vitest';
import { compileSelectors } from '../../src/case/selector.ts';
import { timelineOf } from '../../src/case/timeline.ts';

const asOf = Date.parse('2026-09-10T00:00:00Z');
const timeline = timelineOf(
  {
    id: 'T-1',
    channel: 'web',
    events: [
      { type: 'replied', at: asOf - 3 },
      { type: 'replied', at: asOf - 2, channel: 'phone' },
      { type: 'told', at: asOf - 1, channel: 'phone' },
    ],
  },
  asOf,
);
const found = (selectors: Parameters<typeof compileSelectors>[0]) => {
  const matches = compileSelectors(selectors);
  return timeline.events.flatMap((event, index) => (matches(event, timeline) ? [index] : []));
};

describe('a selector', () => {
  it.each([
    ['by type', 'replied', [0, 1]],
    ['by type, as an object', { event: 'replied' }, [0, 1]],
    ['by what the event says, else the case', { event: 'replied', when: { channel: 'web' } }, [0]],
    ['several', ['told', { event: 'replied', when: { channel: 'phone' } }], [1, 2]],
    ['of another type', 'closed', []],
  ])('%s', (_, selectors, indexes) => expect(found(selectors)).toEqual(indexes));
});
