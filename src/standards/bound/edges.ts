/** Bounds whose parameters are known. */
export interface Edges {
  readonly min?: unknown;
  readonly max?: unknown;
}

/** The bounds that there are, as a verdict's detail tells them, and whether a number lies within. */
export function edgesOf(given: Edges) {
  const { min, max } = given as { readonly min?: number; readonly max?: number };
  return {
    edges: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    holds: (value: number) => !(value < min! || value > max!),
  };
}
