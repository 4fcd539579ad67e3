import { assess } from 'duly';
import { textileService } from 'duly/presets';
import { bench, do_not_optimize, group } from 'mitata';

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

group('assess a case of 7 events by textile-service', () => {
  bench('with steps', () => do_not_optimize(assess(complaint, textileService, { asOf })));
  bench('without steps', () => do_not_optimize(assess(complaint, textileService, { asOf, trace: false })));
});
