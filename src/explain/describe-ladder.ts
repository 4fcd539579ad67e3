import { listOf } from '../case/selector.ts';
import type { Ladder, Rung, TakesOver } from '../escalation/types.ts';
import type { Policy } from '../policy/types.ts';
import {
  conditionInWords,
  eventsInWords,
  inWords,
  limitInWords,
  numberInWords,
  promiseInWords,
  wordFor,
} from '../standards/in-words.ts';
import { type Locale, localText } from '../standards/local-text.ts';
import { isParameter, parametersIn, withParameters } from '../standards/parameters.ts';

/** Who takes over when, rung by rung, in words: parameters are put in as far as the policy sets them. */
export function describeLadder(policy: Policy, id: string, locale: Locale): string | undefined {
  const given = policy.ladders?.find((ladder) => ladder.id === id);
  if (given === undefined) return undefined;
  const ladder: Ladder = withParameters(given, parametersIn(policy.parameters), (unset) => unset);
  const titleOf = (standard: string) => {
    const title = policy.standards.find((part) => part.id === standard)?.title;
    return title === undefined ? standard : localText(title, locale);
  };
  const rungs = ladder.rungs.map((rung) => rungInWords(rung, titleOf, locale));
  return promiseInWords(ladder.when, rungs.join(locale === 'zh-CN' ? '；' : '; '), locale);
}

/** `the 2nd time rejected: manager`. */
function rungInWords(rung: Rung, titleOf: (standard: string) => string, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const { to, action, every, times, deliver, takenBy } = rung;
  const told = roleInWords(to, locale) + (action ? inBrackets(wordFor(action, locale), chinese) : '');
  const more: string[] = [];
  if (every !== undefined) {
    const again = limitInWords(every, locale);
    const often = times === undefined ? '' : numberInWords(times, locale);
    if (chinese) more.push(`每${again}再次${often && `，共${often}次`}`);
    else more.push(`again every ${again}${often && `, ${often} times in all`}`);
  }
  if (deliver !== undefined) more.push(chinese ? '工作时间内通知' : 'told in working time');
  if (takenBy !== undefined) {
    const events = eventsInWords(takenBy, locale);
    more.push(chinese ? `以${events}为接手` : `taken by ${events}`);
  }
  return [triggerInWords(rung, titleOf, locale) + (chinese ? '：' : ': ') + told, ...more].join(
    chinese ? '，' : ', ',
  );
}

const inBrackets = (text: string, chinese: boolean) => (chinese ? `（${text}）` : ` (${text})`);

function triggerInWords(rung: Rung, titleOf: (standard: string) => string, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  if ('when' in rung) return conditionInWords(rung.when, locale);
  if ('on' in rung) {
    const { on } = rung;
    const counted = typeof on === 'object' && 'count' in on ? on : { event: on, count: 1 };
    const events = eventsInWords(counted.event, locale);
    if (counted.count === 1) return events;
    const count = numberInWords(counted.count, locale);
    return chinese
      ? `第${count}次${events}`
      : `${listOf(counted.event).length > 1 ? 'in all ' : ''}${count} times ${events}`;
  }
  const { at } = rung;
  if ('share' in at) {
    const share = isParameter(at.share)
      ? at.share.parameter
      : `${Math.round(Number(at.share) * 10_000) / 100}%`;
    return chinese
      ? `“${titleOf(at.of)}”用时达${share}`
      : `${share} of the time for “${titleOf(at.of)}” used`;
  }
  const by = limitInWords(at.by, locale);
  if ('before' in at) {
    return chinese ? `“${titleOf(at.before)}”截止前${by}` : `${by} before “${titleOf(at.before)}” is due`;
  }
  if (/^0\D/.test(by)) return chinese ? `“${titleOf(at.after)}”到期` : `“${titleOf(at.after)}” was due`;
  return chinese ? `“${titleOf(at.after)}”截止后${by}` : `${by} after “${titleOf(at.after)}” was due`;
}

function roleInWords(to: TakesOver, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  if (typeof to === 'string') return wordFor(to, locale);
  const rows = to.table.map(
    ({ when, to: role }) => wordFor(role, locale) + inBrackets(conditionInWords(when, locale), chinese),
  );
  if (to.otherwise === undefined) return inWords(rows, locale, 'or');
  const rest = wordFor(to.otherwise, locale);
  return [...rows, chinese ? `否则${rest}` : `otherwise ${rest}`].join(chinese ? '，' : ', ');
}
