import type { Reporter, TestModule } from 'vitest/node';

/**
 * Closes a run with its real counts alone on a line: `12 passed, 0 failed, 1 skipped`.
 *
 * A file that could not be loaded, and an error outside every test, count as failures: neither is in the tests' own
 * numbers, and a run that hid them would look green.
 */
export const closingLineReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((each) => each === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandled.length;
    const skipped = count('skipped');
    const closing = `${count('passed')} passed, ${count('failed') + broken} failed`;
    process.stdout.write(`\n${closing}${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  },
};
