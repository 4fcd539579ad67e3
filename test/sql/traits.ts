import { parseLimit } from '../../src/limit/parse-limit.ts';
import { unitNames } from '../../src/limit/units.ts';
import type { DeadlineStandard } from '../../src/standards/deadline/standard.ts';
import type { OrderStandard } from '../../src/standards/order/standard.ts';

/** Everything that a run of random deadlines has to have met. */
const wanted: readonly string[] = [
  ...['met', 'late', 'overdue', 'pending', 'exempt', 'broken', 'undetermined'].map(
    (status) => `status ${status}`,
  ),
  ...unitNames.map((unit) => `unit ${unit}`),
  ...[
    'order',
    'table',
    'promise',
    'parameter',
    'when',
    'each run',
    'each oldest-unanswered',
    'match',
    'restart',
    'all',
    'selector',
  ],
  ...[
    'pause by events',
    'pause while',
    'exemptOn',
    'named calendar',
    'named counting',
    'own counting',
    'soft',
  ],
  ...['cut-off', 'same-day', 'end of day', 'no roll', 'roll of hours', 'from the next hour'],
];

/** What a standard is and uses. */
export const traitsOf = (standard: DeadlineStandard | OrderStandard): string[] =>
  standard.kind === 'order' ? ['order'] : deadlineTraits(standard);

function deadlineTraits(standard: DeadlineStandard): string[] {
  const { within, when, each, match, restartOn, to, from, pause, exemptOn, calendar, counting, severity } =
    standard;
  const rules =
    typeof within === 'object' && 'table' in within
      ? [...within.table.map(({ limit }) => limit), within.otherwise]
      : [within];
  const units = rules.flatMap((rule) => (typeof rule === 'string' ? [`unit ${parseLimit(rule).unit}`] : []));
  const own = typeof counting === 'object' ? counting : undefined;
  const traits: Record<string, boolean> = {
    table: typeof within === 'object' && 'table' in within,
    promise: rules.some((rule) => typeof rule === 'object' && 'promised' in rule),
    parameter: typeof within === 'object' && 'parameter' in within,
    when: when !== undefined,
    'each run': each === 'run',
    'each oldest-unanswered': each === 'oldest-unanswered',
    match: match !== undefined,
    restart: restartOn !== undefined,
    all: typeof to === 'object' && 'all' in to,
    selector: [from, to].some((selectors) => typeof selectors === 'object' && 'event' in selectors),
    'pause by events': pause !== undefined && 'on' in pause,
    'pause while': pause !== undefined && 'while' in pause,
    exemptOn: exemptOn !== undefined,
    'named calendar': calendar !== undefined,
    'named counting': typeof counting === 'string',
    'own counting': own !== undefined,
    soft: severity === 'soft',
    'cut-off': own?.cutOff !== undefined,
    'same-day': own?.start === 'same-day',
    'end of day': own?.end === 'end-of-day',
    'no roll': own?.roll === 'none',
    'roll of hours': own?.rollHours === true,
    'from the next hour': own?.hours === 'from-next-hour',
  };
  return [...new Set(units), ...Object.keys(traits).filter((trait) => traits[trait])];
}

/** Counts how often each trait was met. */
export function countTraits(names: readonly string[] = wanted) {
  const counts = new Map<string, number>(names.map((name) => [name, 0]));
  let all = 0;
  return {
    add(traits: readonly string[]): void {
      all += 1;
      for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
    },
    /** The traits that fewer than such a share had. */
    rare: (share: number) => [...counts].filter(([, count]) => count < share * all),
  };
}
