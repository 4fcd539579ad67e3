// @ts-check
// A kind of rule that duly doesn't bring: how often a case may change hands.
import { defineStandardKind } from 'duly';

export const handovers = defineStandardKind({
  kind: 'handovers',

  // What its standards hold besides id, title, clause, when and so on. A schema of zod or valibot does as well.
  schema: {
    type: 'object',
    keys: { most: { type: 'number', whole: true, least: 0 } },
    needed: ['most'],
  },

  // One outcome per run; the package makes a verdict of it. Instants are epoch ms.
  /** @param {{ most: number }} standard */
  judge({ most }, { timeline }) {
    const handovers = timeline.events.filter(({ type }) => type === 'assigned' || type === 'transferred');
    const last = handovers[most];
    const done = timeline.events.some(({ type }) => type === 'resolved' || type === 'closed');
    const detail = { handovers: handovers.length, most };
    if (last !== undefined) return [{ status: 'broken', done: last.at, detail }];
    return [{ status: done ? 'met' : 'pending', detail }];
  },

  describe: ({ most }, locale) =>
    locale === 'zh-CN' ? `一单最多转手${most}次` : `a case changes hands at most ${most} times`,
});
