import { createAuditPart } from '../audit/audit-part.ts';
import { byBadness, isBreach } from '../audit/breach.ts';
import { keepWorst } from '../audit/worst.ts';
import type { ReadResult, Reject } from '../case/types.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import type { BlockReader } from '../readers/csv-blocks.ts';
import { openBlocks } from '../readers/read-cases.ts';
import type { WatchedCells } from '../readers/rows.ts';
import type { Verdict } from '../standards/verdict.ts';
import type { JobPort, JobSetup, ToJob } from './job-messages.ts';
import { loadKinds } from './load-kinds.ts';
import { withFile } from './with-file.ts';

/** What one thread of an audit does; returns who takes its messages. */
export async function startJob(port: JobPort, setup: JobSetup): Promise<(message: ToJob) => void> {
  const { mapping, timeZone, against, breachesListed } = setup;
  const kinds = await loadKinds(setup.kinds, setup.cwd);
  const checked = (json: PolicyOrVersions): PolicyOrVersions =>
    isList(json) ? json.map((version) => parsePolicy(version, { kinds })) : parsePolicy(json, { kinds });
  const worst = keepWorst<Verdict>(breachesListed, byBadness);
  let rejects: Reject[] = [];
  const part = createAuditPart(checked(setup.policy), {
    ...setup.options,
    ...(against && { against: checked(against) }),
    ...(breachesListed > 0 && {
      onVerdict: (verdict: Verdict) => {
        if (isBreach(verdict)) worst.offer(verdict);
      },
    }),
    ...(setup.rejects && { onReject: (reject: Reject) => rejects.push(reject) }),
  });
  let file: string | undefined;
  let read: BlockReader | undefined;

  const take = (seq: number, items: readonly ReadResult[], watched: readonly WatchedCells[]) => {
    const keys = part.take(items);
    port.postMessage({ kind: 'taken', seq, keys, watched }, [keys.hashes.buffer, keys.states.buffer]);
  };

  return (message) => {
    switch (message.kind) {
      case 'file':
        file = message.name;
        if (mapping !== undefined) read = openBlocks(message.head, mapping, timeZone);
        break;
      case 'block': {
        const { results, watched } = (read as BlockReader)(message.block);
        take(message.seq, file === undefined ? results : results.map(withFile(file)), watched);
        break;
      }
      case 'items':
        take(message.seq, message.items, []);
        break;
      case 'count':
        part.count(message.answers);
        port.postMessage({ kind: 'counted', seq: message.seq, rejects, progress: part.progress() });
        rejects = [];
        break;
      default:
        port.postMessage({
          kind: 'done',
          snapshot: part.snapshot(),
          worst: { offered: worst.offered, kept: worst.list() },
        });
    }
  };
}

const isList = (json: PolicyOrVersions): json is readonly Policy[] => Array.isArray(json);
