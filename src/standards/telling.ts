import type { InstantInput } from '../instant/types.ts';
import type { Locale } from './local-text.ts';

/** What the explanation of a kind's verdict needs to name instants and lengths, in one language and zone. */
export interface Telling {
  readonly locale: Locale;
  /** An instant at which something begins or happens; stored verdicts hold it as text. */
  at(instant: InstantInput): string;
  /** From one instant to another; `null`: still. */
  range(from: InstantInput, to: InstantInput | null): string;
  /** A length of time in words. */
  span(ms: number): string;
}

/** Why a verdict is as it is, in sentences, from what its `detail` holds; none where the status says it all. */
export type ExplainDetail<Detail = Readonly<Record<string, unknown>>> = (
  detail: Detail,
  telling: Telling,
) => readonly string[];
