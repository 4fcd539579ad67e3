import type { Mapping } from '../../src/readers/index.ts';

const received = { column: 'Opened', format: 'yyyy-MM-dd HH:mm' };

/** Exports of one case a row: `No,Channel,Opened`. */
export const mapping = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  id: 'No',
  attributes: { kind: { value: 'inquiry' }, channel: 'Channel' },
  events: { received },
} as const satisfies Mapping;
