import { checkPolicy } from '../../src/policy/check-policy.ts';

export const answer = { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' };

export const calendar = { timeZone: 'Asia/Shanghai', week: 'always' };

export const base = { id: 'p', version: '1', calendar, standards: [answer] };

export const standardWith = (more: object) => ({ ...base, standards: [{ ...answer, ...more }] });

/** `policy.shape standards.0.within` */
export const problemsOf = (document: unknown) =>
  checkPolicy(document).problems.map(({ code, path }) => `${code} ${path.join('.')}`);
