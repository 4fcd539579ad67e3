import type { ErrorPath } from '../errors/duly-error.ts';
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
  const { off = [], working = [], names = {}, horizon } = extend;
  checkList(off, 'off');
  checkList(working, 'working');
  checkKeys(names, undefined, ['extend', 'names']);
  if (horizon !== undefined) {
    checkKeys(horizon, ['to'], ['extend', 'horizon']);
    if (typeof horizon.to !== 'string') refuse(horizon.to, 'a date', ['extend', 'horizon', 'to']);
  }
  for (const [index, date] of working.entries()) {
    if (off.includes(date)) refuse(date, 'a date that `off` lacks', ['extend', 'working', index]);
  }
  return extend;
}

function checkKeys(given: object, known: readonly string[] | undefined, path: ErrorPath): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) refuse(given, 'an object', path);
  const stranger = known && Object.keys(given).find((key) => !known.includes(key));
  if (stranger !== undefined) refuse(stranger, known!.join(', '), [...path, stranger]);
}

function checkList(given: unknown, key: string): void {
  if (!Array.isArray(given)) refuse(given, 'an array of dates', ['extend', key]);
}

function refuse(given: unknown, expected: string, path: ErrorPath): never {
  throw new HolidaysError('holidays.option', { given, expected }, { path });
}
