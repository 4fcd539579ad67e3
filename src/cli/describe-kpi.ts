import type { Selectors } from '../case/selector.ts';
import type { KpiSpec } from '../kpi/types.ts';
import type { Policy } from '../policy/types.ts';
import { localText } from '../report/format.ts';
import type { Locale } from '../report/index.ts';
import { wordsOf } from '../report/words.ts';
import { eventsInWords, inWords, promiseInWords, wordFor } from '../standards/in-words.ts';
import { parametersIn, withParameters } from '../standards/parameters.ts';
import { kpiOptions } from './kpi-options.ts';

/**
 * What a KPI measures, in words: over what, by which period and group, the rarer options, and the goal. Parameters are
 * put in as far as the policy sets them.
 */
export function describeKpi(policy: Policy, given: KpiSpec, locale: Locale): string {
  const kpi = withParameters(given, parametersIn(policy.parameters), (unset) => unset);
  const chinese = locale === 'zh-CN';
  const words = wordsOf(locale);
  const { measure, of, event, when, period = 'month', groupBy = [], goal } = kpi;
  const parts = [
    measured(
      chinese ? (words.measures[measure] ?? measure) : measure,
      subjectOf(policy, of, event, locale),
      chinese,
    ),
    words.period[period],
  ];
  if (groupBy.length > 0) {
    const groups = inWords(
      groupBy.map((attribute) => wordFor(attribute, locale)),
      locale,
      'and',
    );
    parts.push(chinese ? `按${groups}` : `per ${groups}`);
  }
  parts.push(...kpiOptions(kpi, locale));
  const said = parts.join(chinese ? '，' : ', ');
  const reach = goal === undefined ? (chinese ? '无目标值' : 'no goal') : `${words.goal} ${goal}`;
  return promiseInWords(when, said + (chinese ? '；' : '; ') + reach, locale);
}

function measured(measure: string, subject: string, chinese: boolean): string {
  if (subject === '') return measure;
  return chinese ? `${measure}（${subject}）` : `${measure} of ${subject}`;
}

/** What is measured: the runs of a standard, by its title, or events. */
function subjectOf(
  policy: Policy,
  of: string | undefined,
  event: Selectors | undefined,
  locale: Locale,
): string {
  if (event !== undefined) return eventsInWords(event, locale);
  const title = policy.standards.find(({ id }) => id === of)?.title;
  return title === undefined ? (of ?? '') : `“${localText(title, locale)}”`;
}
