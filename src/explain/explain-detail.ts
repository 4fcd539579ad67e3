import { toEpoch } from '../instant/to-epoch.ts';
import { explainBound } from '../standards/bound/describe.ts';
import { explainCadence } from '../standards/cadence/describe.ts';
import { explainChecklist } from '../standards/checklist/describe.ts';
import { explainCoverage } from '../standards/coverage/describe.ts';
import { explainDuty } from '../standards/duty/describe.ts';
import { explainNotice } from '../standards/notice/describe.ts';
import { explainOrder } from '../standards/order/describe.ts';
import { explainOwnership } from '../standards/ownership/describe.ts';
import type { ExplainDetail, Telling } from '../standards/telling.ts';
import { explainWording } from '../standards/wording/describe.ts';
import type { Teller } from './teller.ts';

/** What the details of each kind's verdicts say; apart from the kinds, which judge without it. */
const explanations: Readonly<Record<string, ExplainDetail<never>>> = {
  bound: explainBound,
  cadence: explainCadence,
  notice: explainNotice,
  order: explainOrder,
  ownership: explainOwnership,
  checklist: explainChecklist,
  wording: explainWording,
  duty: explainDuty,
  coverage: explainCoverage,
};

/** Whether the verdicts of a kind have an explanation of their own. */
export const isTold = (kind: string): boolean => Object.hasOwn(explanations, kind);

/** The sentences in which a verdict's kind tells its detail; none where the kind has no words for it. */
export function explainDetail(
  teller: Teller,
  kind: string,
  detail: Readonly<Record<string, unknown>>,
): readonly string[] {
  return isTold(kind) ? explanations[kind]!(detail as never, tellingOf(teller)) : [];
}

function tellingOf(teller: Teller): Telling {
  return {
    locale: teller.locale,
    at: (instant) => teller.start(toEpoch(instant)),
    range: (from, to) =>
      to === null
        ? teller.words.since(teller.start(toEpoch(from)))
        : teller.between(toEpoch(from), toEpoch(to)),
    span: (ms) => teller.span(ms),
  };
}
