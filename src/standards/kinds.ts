import { boundKind } from './bound/bound.ts';
import type { BoundStandard } from './bound/standard.ts';
import { cadenceKind } from './cadence/cadence.ts';
import type { CadenceStandard } from './cadence/standard.ts';
import { checklistKind } from './checklist/checklist.ts';
import type { ChecklistStandard } from './checklist/standard.ts';
import { coverageKind } from './coverage/coverage.ts';
import type { CoverageStandard } from './coverage/standard.ts';
import { deadlineKind } from './deadline/deadline.ts';
import type { DeadlineStandard } from './deadline/standard.ts';
import { dutyKind } from './duty/duty.ts';
import type { DutyStandard } from './duty/standard.ts';
import type { StandardKind } from './kind.ts';
import { noticeKind } from './notice/notice.ts';
import type { NoticeStandard } from './notice/standard.ts';
import { orderKind } from './order/order.ts';
import type { OrderStandard } from './order/standard.ts';
import { ownershipKind } from './ownership/ownership.ts';
import type { OwnershipStandard } from './ownership/standard.ts';
import type { WordingStandard } from './wording/standard.ts';
import { wordingKind } from './wording/wording.ts';

/** A standard of any kind that the package knows. */
export type Standard<Id extends string = string> =
  | DeadlineStandard<Id>
  | CadenceStandard<Id>
  | NoticeStandard<Id>
  | BoundStandard<Id>
  | OrderStandard<Id>
  | OwnershipStandard<Id>
  | ChecklistStandard<Id>
  | WordingStandard<Id>
  | DutyStandard<Id>
  | CoverageStandard<Id>;

/** The kinds that the package brings, by name. */
export const builtInKinds: Readonly<Record<string, StandardKind>> = {
  deadline: deadlineKind as unknown as StandardKind,
  cadence: cadenceKind as unknown as StandardKind,
  notice: noticeKind as unknown as StandardKind,
  bound: boundKind as unknown as StandardKind,
  order: orderKind as unknown as StandardKind,
  ownership: ownershipKind as unknown as StandardKind,
  checklist: checklistKind as unknown as StandardKind,
  wording: wordingKind as unknown as StandardKind,
  duty: dutyKind as unknown as StandardKind,
  coverage: coverageKind as unknown as StandardKind,
};
