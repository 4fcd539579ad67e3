import type { Severity } from './verdict.ts';

/** A text in one language, or in each language a report may be written in. */
export type LocalText = string | { readonly en?: string; readonly 'zh-CN'?: string };

/** What every part of a policy (standard, ladder, KPI) may carry besides its rule. */
export interface Part<Id extends string = string> {
  readonly id: Id;
  readonly title?: LocalText;
  /** Where the rulebook says so. */
  readonly clause?: LocalText;
  /** Remarks, such as a reading that isn't printed. */
  readonly note?: LocalText;
  readonly weight?: string | number;
  /** `soft` is reported apart and counts in no rate unless asked. */
  readonly severity?: Severity;
  /** The row of the rulebook's own list of promises, such as `3.2`. */
  readonly row?: string;
}
