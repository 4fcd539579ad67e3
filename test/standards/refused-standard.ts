import { checkPolicy } from '../../src/policy/check-policy.ts';
import { always } from '../support/naive-service.ts';

/** What is refused of a standard, `path: message`; another code than that of a wrong shape stands in front. */
export const refused = (standard: object): string[] =>
  checkPolicy({
    id: 'p',
    version: '1',
    calendar: always,
    calendars: { hotline: always },
    standards: [{ id: 's', ...standard }],
  })
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path, message, hint }) => {
      const said = `${path.slice(2).join('.')}: ${message}${hint ? `. ${hint}` : ''}`;
      return code === 'policy.shape' ? said : `${code} ${said}`;
    });

// What is said to be expected instead.
export const events = 'expected text or an object with event or a list';
export const step = `${events} or an object with all`;
export const limit = 'expected text or an object with amount, unit';
export const counting = 'expected text or an object with start, end';
export const points = 'expected a number from 0';
