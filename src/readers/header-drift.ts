import type { Finding } from '../case/types.ts';

/** What a header has more and less than the one of the file before it; their order is of no account. */
export function headerDrift(before: readonly string[], header: readonly string[]): Finding | undefined {
  const more = listed(header, before);
  const less = listed(before, header);
  if (more === '' && less === '') return undefined;
  const parts = [more && `has ${more} besides`, less && `lacks ${less}`].filter((part) => part !== '');
  const message = `the header ${parts.join(' and ')}, compared with the first file's`;
  return { code: 'header.drift', message };
}

const listed = (names: readonly string[], others: readonly string[]): string =>
  [...new Set(names)]
    .filter((name) => name !== '' && !others.includes(name))
    .map((name) => JSON.stringify(name))
    .join(', ');
