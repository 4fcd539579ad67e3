import { assess } from 'duly';
import { textileService } from 'duly/presets';
import { compare } from './measure.mjs';

const at = (day, time) => `2026-06-${day}T${time}:00+08:00`;
const complaint = {
  id: 'T-1',
  kind: 'complaint',
  channel: 'phone',
  customer: 'C-1',
  events: [
    { type: 'received', at: at('01', '09:00') },
    { type: 'acknowledged', at: at('01', '10:00') },
    { type: 'paused', at: at('02', '11:00') },
    { type: 'resumed', at: at('03', '11:00') },
    { type: 'replied', at: at('03', '15:00') },
    { type: 'resolved', at: at('05', '15:00') },
    { type: 'closed', at: at('05', '16:00') },
  ],
};
const asOf = Date.parse(at('30', '00:00'));

/** What one case costs; for information. */
export async function assessing(report) {
  const results = await compare(16, {
    'without steps': () => assess(complaint, textileService, { asOf, trace: false }).verdicts.length,
    'with steps': () => assess(complaint, textileService, { asOf }).verdicts.length,
  });
  for (const [name, { ns, ratio }] of Object.entries(results)) {
    report.ratio(`assess a case of 7 events by textile-service, ${name}`, ns, ratio, 'x the first');
  }
}
