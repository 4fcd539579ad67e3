import { tz } from '@date-fns/tz';
import { format as formatDate } from 'date-fns/format';
import { DAY, type Millis } from '../instant/types.ts';
import { EXCEL_1970, hasOwnZone } from './stamp.ts';

const utc = { in: tz('UTC') };

/** A wall time as a format of a mapping spells it; `undefined` where the format is about instants, and needs a zone. */
export function spellStamp(wall: Millis, format: string): string | undefined {
  if (format === 'excel') return `${wall / DAY + EXCEL_1970}`;
  if (format === 'iso') return new Date(wall).toISOString().slice(0, -1);
  return format.startsWith('epoch') || hasOwnZone(format) ? undefined : formatDate(wall, format, utc);
}
