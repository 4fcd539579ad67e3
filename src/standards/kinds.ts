import { deadlineKind } from './deadline/deadline.ts';
import type { DeadlineStandard } from './deadline/standard.ts';
import type { StandardKind } from './kind.ts';
import { noticeKind } from './notice/notice.ts';
import type { NoticeStandard } from './notice/standard.ts';
import { orderKind } from './order/order.ts';
import type { OrderStandard } from './order/standard.ts';

/** A standard of any kind that the package knows. */
export type Standard<Id extends string = string> =
  | DeadlineStandard<Id>
  | NoticeStandard<Id>
  | OrderStandard<Id>;

/** The kinds that the package brings, by name. */
export const builtInKinds: Readonly<Record<string, StandardKind>> = {
  deadline: deadlineKind as unknown as StandardKind,
  notice: noticeKind as unknown as StandardKind,
  order: orderKind as unknown as StandardKind,
};
