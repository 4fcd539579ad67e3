// Measures the built package: `npm run bench`. Nothing here is a test; numbers depend on the machine.
import { run } from 'mitata';

await import('./working-time.mjs');
await import('./assess.mjs');
await run();
