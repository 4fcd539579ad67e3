/** A condition on one attribute. Every test but `exists` is false when the attribute is absent, `not` included. */
export type Test =
  | Scalar
  | readonly Scalar[]
  | { readonly gte?: Bound; readonly gt?: Bound; readonly lte?: Bound; readonly lt?: Bound }
  | { readonly not: Test }
  | { readonly exists: boolean };
type Scalar = string | number | boolean | null;
type Bound = number | string;

/** All attributes named must pass their test. */
export interface When {
  readonly [attribute: string]: Test;
}
