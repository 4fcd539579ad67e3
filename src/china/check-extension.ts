import { HolidaysError } from '../errors/holidays-error.ts';
import type { ChinaExtension } from './china.ts';

const keys = ['off', 'working', 'names', 'horizon', 'title', 'revision'];

/**
 * The extension among the options. A mistyped key would leave days out in silence; the dates themselves are checked
 * with the calendar that they are for.
 *
 * @throws HolidaysError `holidays.option`
 */
export function checkExtension(options: { readonly extend?: ChinaExtension }): ChinaExtension {
  checkKeys(options, ['extend'], []);
  const { extend = {} } = options;
  checkKeys(extend, keys, ['extend']);
  const { off = [], working = [] } = extend;
  for (const [index, date] of working.entries()) {
    if (off.includes(date)) refuse(date, 'a date that `off` lacks', ['extend', 'working', index]);
  }
  return extend;
}

function checkKeys(given: object, known: readonly string[], path: readonly string[]): void {
  const stranger = Object.keys(given).find((key) => !known.includes(key));
  if (stranger !== undefined) refuse(stranger, known.join(', '), [...path, stranger]);
}

function refuse(given: string, expected: string, path: readonly (string | number)[]): never {
  throw new HolidaysError('holidays.option', { given, expected }, { path });
}
