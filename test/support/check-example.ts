import { inspect } from 'node:util';
import { rest, sameValue } from './same-value.ts';

class Thrown {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** The names that code made by `checkedCode` uses; a mismatch is told to `report`. */
export function exampleGlobals(report: (mismatch: string) => void) {
  const check = async (
    line: number,
    run: () => Promise<unknown>,
    expectation: () => unknown,
  ): Promise<void> => {
    const expected = expectation();
    const got = expected instanceof Thrown ? await run().then(() => 'no error', thrownBy) : await run();
    if (!sameValue(got, expected))
      report(`line ${line}: ${inspect(got, { depth: 6 })}, announced as ${inspect(expected, { depth: 6 })}`);
  };
  return { $check: check, $rest: rest, $throws: (code: string) => new Thrown(code) };
}

function thrownBy(error: unknown): Thrown | unknown {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? new Thrown(code) : error;
}
