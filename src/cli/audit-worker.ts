import { parentPort, workerData } from 'node:worker_threads';
import { startJob } from './audit-job.ts';
import type { FromJob, JobSetup, ToJob } from './job-messages.ts';

// The thread that `--jobs` starts.
if (parentPort !== null) {
  const port = parentPort;
  const postMessage = (message: FromJob, transfer: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  const take = await startJob({ postMessage }, workerData as JobSetup);
  port.on('message', (message: ToJob) => take(message));
}
