import { AuditError } from '../errors/audit-error.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import type { OpenAudit } from './audit-with.ts';
import type { AuditItem } from './classify.ts';
import type { AuditOptions } from './options.ts';
import type { AuditReport } from './report.ts';
import { runningAudit } from './running-audit.ts';

/** Often enough for a progress bar, seldom enough not to be felt. */
const PROGRESS_EVERY = 1000;

/**
 * The report on all cases of a source, judged by one policy at one moment, in constant memory.
 *
 * @param source - A (async) iterable of cases, or what `readCases` yields.
 * @param policy - One policy, or several versions: each case is judged by the one in force at its `received`.
 * @param options - `asOf` is required; `range` is half-open, see {@link AuditOptions}.
 * @returns Plain JSON values, instants as ISO 8601 strings in UTC.
 * @throws {@link AuditError} `audit.cancelled` once `signal` is aborted; `audit.source`, `audit.as-of`, `audit.range`,
 * `audit.option`. Errors of the source itself are passed on.
 * @example
 * const { cases } = await audit([ticket], policy, { asOf: '2026-08-01T00:00:00+08:00' });
 * cases // => { read: 1, assessed: 1, rejected: 0, duplicate: 0 }
 */
export async function audit(
  source: Iterable<AuditItem> | AsyncIterable<AuditItem>,
  policy: PolicyOrVersions,
  options: AuditOptions,
): Promise<AuditReport> {
  const running = runningAudit(policy, options);
  const step = stepOf(running, options);
  if (isAsync(source)) for await (const item of source) step(item);
  else if (isIterable(source)) for (const item of source) step(item);
  else throw new AuditError('audit.source', { given: source }, { path: ['source'] });
  options.onProgress?.(running.progress());
  return running.report();
}

function stepOf(running: OpenAudit, { signal, onProgress }: AuditOptions): (item: AuditItem) => void {
  let items = 0;
  return (item) => {
    if (signal?.aborted) {
      throw new AuditError(
        'audit.cancelled',
        { read: running.progress().cases.read },
        { cause: signal.reason },
      );
    }
    running.take(item);
    items += 1;
    if (items % PROGRESS_EVERY === 0) onProgress?.(running.progress());
  };
}

const isAsync = (source: unknown): source is AsyncIterable<AuditItem> =>
  typeof (source as AsyncIterable<AuditItem> | null)?.[Symbol.asyncIterator] === 'function';

const isIterable = (source: unknown): source is Iterable<AuditItem> =>
  typeof source !== 'string' &&
  typeof (source as Iterable<AuditItem> | null)?.[Symbol.iterator] === 'function';
