import type { DuplicateMode } from '../audit/duplicate-index.ts';
import type { Locale } from '../report/index.ts';
import type { OutputPaths } from './audit-outputs.ts';

/** The options of `duly audit` as they were typed. */
export interface AuditFlags extends OutputPaths {
  readonly policy: string;
  readonly kinds?: string;
  readonly mapping?: string;
  readonly timeZone?: string;
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  readonly rangeEvent?: string;
  readonly groupBy?: readonly string[];
  readonly organisation?: string;
  readonly against?: string;
  readonly engine?: 'js' | 'duckdb';
  readonly memory?: string;
  readonly jobs?: string;
  readonly duplicates?: DuplicateMode;
  readonly lang?: Locale;
  readonly failOnMiss?: boolean;
}
