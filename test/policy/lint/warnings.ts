import { expect } from 'vitest';
import { checkPolicy } from '../../../src/policy/check-policy.ts';

const day = ['09:00-18:00'];

export const calendar = {
  timeZone: 'Asia/Shanghai',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
};

export const answer = { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' };

export const base = { id: 'p', version: '1', calendar, standards: [answer] };

export const one = (more: object) => ({ ...base, standards: [{ ...answer, ...more }] });

export const two = (more: object) => ({ ...base, standards: [answer, { ...answer, id: 'second', ...more }] });

export const table = (...rows: object[]) =>
  one({ within: { table: rows.map((when) => ({ when, limit: '1 hour' })), otherwise: '2 hours' } });

export const ladder = (more: object, ...rungs: object[]) => ({
  ladders: [
    {
      id: 'up',
      rungs: rungs.map((rung, n) => ({ id: `r${n}`, level: n + 1, to: 'boss', ...rung })),
      ...more,
    },
  ],
});

/** `near-miss standards.0.from: Did you mean "received"?` */
export const warnings = (document: unknown): string[] => {
  const { policy, problems } = checkPolicy(document);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(policy).not.toBeNull();
  return problems.map(({ code, path, hint }) => `${code.replace('policy.', '')} ${path.join('.')}: ${hint}`);
};

/** `near-miss standards.0.from` */
export const places = (document: unknown) => warnings(document).map((line) => line.split(':')[0]);
