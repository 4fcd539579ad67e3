import type { CaseInput, ReadResult, Reject } from '../case/types.ts';
import { show } from '../errors/duly-error.ts';
import { ownError } from '../errors/own-error.ts';

/** What an audit takes: a case, what a reader yields, or a reject of the caller's own. */
export type AuditItem = CaseInput | ReadResult | Reject;

export function isReadResult(item: AuditItem): item is ReadResult {
  const given: unknown = item;
  if (!isObject(given) || 'events' in given) return false;
  return typeof given.ok === 'boolean' && ('case' in given || 'reject' in given);
}

export function isReject(item: AuditItem): item is Reject {
  const given: unknown = item;
  if (!isObject(given) || 'events' in given) return false;
  return typeof given.code === 'string' && typeof given.message === 'string';
}

/** The id of anything that came as a case, where it has one. */
export function idOf(input: CaseInput): string | undefined {
  const id: unknown = isObject(input) ? input.id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Where a case stood in its input, if it came from one. */
export type Place = Pick<ReadResult & { ok: true }, 'file' | 'line'>;

export function placeOf({
  file,
  line,
}: { readonly [Key in keyof Place]?: Place[Key] | undefined } = {}): Place {
  return { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
}

/** Where a case stood, and the row or rows that it was. */
type Source = Pick<ReadResult & { ok: true }, 'file' | 'line' | 'raw' | 'rawRows'>;

const sourceOf = (source: Source | undefined): Source => ({
  ...placeOf(source),
  ...(source?.raw && { raw: source.raw }),
  ...(source?.rawRows && { rawRows: source.rawRows }),
});

/** Why a case could not be judged, for the report; an error that isn't ours is thrown on. */
export function rejectOf(error: unknown, id: string | undefined, source: Source | undefined): Reject {
  const { code, message, path } = ownError(error);
  return {
    code,
    message,
    ...(path.length > 0 && { path }),
    ...(id !== undefined && { id }),
    ...sourceOf(source),
  };
}

export function reusedId(id: string, source: Source | undefined): Reject {
  const message = `the id ${show(id)} came before with other content; the first one stands`;
  return { code: 'case.id-reused', message, id, ...sourceOf(source) };
}
