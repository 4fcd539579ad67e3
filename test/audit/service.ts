import type { CaseEvent, CaseInput } from '../../src/case/types.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';

/** A service that answers within a day, round the clock, in China; solves within two working days; and must ring first. */
export const service = definePolicy({
  id: 'service',
  version: '1',
  calendar: {
    timeZone: 'Asia/Shanghai',
    week: {
      mon: ['09:00-18:00'],
      tue: ['09:00-18:00'],
      wed: ['09:00-18:00'],
      thu: ['09:00-18:00'],
      fri: ['09:00-18:00'],
    },
  },
  standards: [
    {
      id: 'answer',
      kind: 'deadline',
      title: { en: 'Answered', 'zh-CN': '答复' },
      clause: '§ 1',
      from: 'received',
      to: 'replied',
      within: '24 hours',
    },
    {
      id: 'solution',
      kind: 'deadline',
      clause: '§ 2',
      when: { kind: 'complaint' },
      from: 'received',
      to: 'resolved',
      within: '2 working days',
    },
    {
      id: 'call',
      kind: 'deadline',
      severity: 'soft',
      when: { kind: 'complaint' },
      from: 'received',
      to: 'told',
      within: '1 hour',
    },
  ],
  kpis: [
    { id: 'answered-in-time', measure: 'timelinessRate', of: 'answer', goal: '>= 90%', period: 'month' },
    { id: 'replies', measure: 'replyRate', period: 'month' },
  ],
});

export const asOf = '2026-06-01T00:00:00+08:00';

const HOUR = 3_600_000;
const start = Date.parse('2026-03-02T10:00:00+08:00');

/** A case received on Monday 2 March 2026 at 10:00 in Shanghai, or so many hours later, answered after `answer` hours. */
export function caseOf(id: string, { after = 0, answer, ...attributes }: CaseShape = {}): CaseInput {
  const received = start + after * HOUR;
  const events: CaseEvent[] = [{ type: 'received', at: received, by: 'desk' }];
  if (answer !== undefined && answer !== null)
    events.push({ type: 'replied', at: received + answer * HOUR, by: 'Li' });
  return { id, kind: 'inquiry', channel: 'email', owner: 'Li', ...attributes, events };
}

export interface CaseShape {
  readonly after?: number;
  readonly answer?: number | null;
  readonly [attribute: string]: unknown;
}
