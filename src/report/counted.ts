import { formatCount } from './format.ts';

/** A number of things in English: `1 ladder`, `12 standards`. */
export function counted(count: number, thing: string): string {
  return `${formatCount(count)} ${thing}${count === 1 ? '' : 's'}`;
}
