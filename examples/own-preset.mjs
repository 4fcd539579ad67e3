// A company's own preset: an existing one, with its own numbers, parts added and left out, and a trail of what is whose.
import { assess, extendPolicy, provenanceOf } from 'duly';
import { textileService } from 'duly/presets';

const ours = extendPolicy(textileService, {
  id: 'acme-textiles',
  version: '2026-10',
  standards: [
    {
      id: 'order-status',
      kind: 'deadline',
      title: { en: 'Order status told', 'zh-CN': '订单状态告知' },
      from: 'status-asked',
      to: 'status-told',
      within: '2 working hours',
    },
  ],
});

console.log(`${ours.id} ${ours.version}`); // => acme-textiles 2026-10
console.log(ours.standards.length - textileService.standards.length); // => 1
console.log(JSON.stringify(provenanceOf(ours).standards['order-status'])); // => {"policy":"acme-textiles","version":"2026-10"}

const { verdicts } = assess(
  {
    id: 'T-1',
    events: [
      { type: 'received', at: '2026-10-12T17:00:00+08:00' },
      { type: 'status-asked', at: '2026-10-12T17:00:00+08:00' },
    ],
  },
  ours,
  { asOf: '2026-10-12T17:30:00+08:00' },
);
const status = verdicts.find(({ standard }) => standard === 'order-status');
console.log(`${status.status} until ${status.due.toISOString()}`); // => pending until 2026-10-13T02:00:00.000Z
