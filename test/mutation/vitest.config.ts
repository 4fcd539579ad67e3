import { statSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { KeptThread } from './kept-thread.ts';

/** The folder whose mutants are tried; its own tests have to kill them, with those that tell what it gives. */
const folder = process.env.DULY_MUTATION?.split('/')[0] ?? '*';
const beside: Readonly<Record<string, string>> = { limit: 'explain', standards: 'explain,escalation' };

/** What lives through so small a part of a property's tries is a survivor here, though the whole run may find it. */
const SHARE = ['standards', 'escalation', 'kpi'].includes(folder) ? 8 : 25;

/**
 * Examples first, and the shortest of them: they are quick, and most mutants end there. What is refused comes before
 * all, as what reads a document runs while tests load, so that its mutants try every test.
 */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ranks = [/refusals|define-/, /^(?!.*(\.prop\.|\/test\/mutation\/))/, /\.prop\./, /^/];
    const rank = ({ moduleId }: TestSpecification) => ranks.findIndex((name) => name.test(moduleId));
    const size = ({ moduleId }: TestSpecification) => statSync(moduleId).size;
    return files.toSorted((a, b) => rank(a) - rank(b) || size(a) - size(b));
  }
}

export default defineConfig({
  plugins: [
    {
      name: 'kept-thread',
      // Stryker asks for threads; it can't ask for these.
      configureVitest({ vitest, project }) {
        project.config.pool = 'kept-thread';
        project.config.poolRunner = {
          name: 'kept-thread',
          createPoolWorker: (options) => new KeptThread(options),
        };
        vitest.onClose(KeptThread.end);
      },
    },
    {
      name: 'fewer-tries',
      transform: (code: string, id: string) =>
        id.includes('/test/')
          ? code.replace(/numRuns: ([^},]+)/g, `numRuns: Math.ceil(($1) / ${SHARE})`)
          : undefined,
    },
  ],
  test: {
    testTimeout: 30_000,
    env: { TZ: 'UTC' },
    setupFiles: ['test/mutation/few-tries.ts', 'test/support/seed.ts'],
    isolate: false,
    include: [`test/{${folder},${beside[folder] ?? folder}}/**/*.test.ts`, 'test/mutation/loads.test.ts'],
    // A walk through years, long and the same as the oracle's.
    exclude: ['test/calendar/edges.test.ts', '**/node_modules/**'],
    sequence: { sequencer: ExamplesFirst, setupFiles: 'list' },
  },
});
