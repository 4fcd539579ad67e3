import type { ParameterReference, When } from '../../case/conditions.ts';
import type { Part } from '../part.ts';

/** Phrases for one situation. */
export interface SituationPhrases {
  /** The `situation` of the messages it is about; without it, all of them. */
  readonly situation?: string;
  readonly any: readonly string[] | ParameterReference;
}

/**
 * What must and must not be said, by one role: plain phrases, found whatever their width, case and composition.
 */
export interface WordingStandard<Id extends string = string> extends Part<Id> {
  readonly kind: 'wording';
  /** The cases it applies to, by their attributes at the first message. */
  readonly when?: When;
  /** Whose messages are looked at; everybody's by default. */
  readonly role?: string | ParameterReference;
  /** Phrases that must not be said, in any situation or in one. */
  readonly forbidden?: readonly (string | SituationPhrases)[] | ParameterReference;
  /** Where the situation arises, one of its phrases has to be said in it. */
  readonly required?: readonly SituationPhrases[] | ParameterReference;
  /** One of the policy's named calendars, for the zone in which times are told; its own by default. */
  readonly calendar?: string;
}

/** What was said that must not be, and what wasn't that had to be. */
export type WordingDetail = {
  /** The phrase as the policy writes it, the index of the message among the case's events, and where in its text. */
  readonly hits: readonly {
    readonly phrase: string;
    readonly event: number;
    readonly offset: number;
    readonly length: number;
  }[];
  /** Situations whose phrases are lacking, with the index of the first message in each. */
  readonly lacking: readonly {
    readonly situation: string | null;
    readonly any: readonly string[];
    readonly event: number;
  }[];
};
