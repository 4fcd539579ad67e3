import type { Engine } from './engines.ts';

/** Names and texts as an engine reads them, whatever they hold. */
export function wordsOf({ name }: Engine) {
  const plain = (text: string) => (name === 'clickhouse' ? text.replaceAll('\\', '\\\\') : text);
  return {
    quoted: (name: string) => `"${plain(name).replaceAll('"', '""')}"`,
    literal: (text: string) => `'${plain(text).replaceAll("'", "''")}'`,
  };
}

/** Time stamps with zone, as a type and as literals. */
export const stampsOf = ({ name }: Engine) =>
  name === 'clickhouse'
    ? {
        type: "DateTime64(3, 'UTC')",
        literal: (iso: string) => `toDateTime64('${iso.slice(0, -1)}', 3, 'UTC')`,
      }
    : { type: 'TIMESTAMPTZ', literal: (iso: string) => `TIMESTAMPTZ '${iso}'` };
