/**
 * The promises of the eight rulebooks, row by row: how much each weighs, and the kind of part that states it. The rows of
 * a rulebook are numbered from 1.
 */
const rulebooks = {
  'market-service-desk': [
    'C deadline',
    'C deadline',
    'C deadline',
    'S bound',
    'S coverage',
    'S coverage',
    'S bound',
    'M bound',
    'S order',
    'M wording',
    'M checklist',
  ],
  'property-reception': [
    'S deadline',
    'C ladder',
    'S ladder',
    'S deadline',
    'S deadline',
    'M order',
    'M cadence',
    'M checklist',
    'M wording',
  ],
  'textile-service': [
    'C deadline',
    'C deadline',
    'S deadline',
    'S deadline',
    'S kpi',
    'C deadline',
    'C deadline',
    'C deadline',
    'C deadline',
    'S order',
    'S cadence',
    'S notice',
    'S deadline',
    'S order',
    'S duty',
    'S kpi',
    'S ladder',
    'M checklist',
  ],
  'real-estate-service': [
    'C deadline',
    'C deadline',
    'C kpi',
    'C kpi',
    'C kpi',
    'C kpi',
    'C kpi',
    'S kpi',
    'C ladder',
    'C ladder',
    'C ladder',
    'S order',
    'S ownership',
    'S duty',
    'S duty',
    'S deadline',
    'S ladder',
    'S bound',
    'M bound',
    'M wording',
    'M checklist',
  ],
  'procurement-center': [
    'C notice',
    'S bound',
    'C deadline',
    'S kpi',
    'C deadline',
    'S deadline',
    'S order',
    'S coverage',
    'S duty',
    'M checklist',
  ],
  'contact-center': [
    'C deadline',
    'C deadline',
    'S deadline',
    'C ladder',
    'S ladder',
    'M bound',
    'M wording',
    'M order',
  ],
  'hospital-service': [
    'C cadence',
    'S duty',
    'C deadline',
    'C deadline',
    'S notice',
    'S kpi',
    'S ladder',
    'S order',
    'S ownership',
    'M checklist',
    'M checklist',
  ],
  'hotel-service': ['S deadline', 'S deadline', 'S duty', 'S order', 'M checklist'],
} as const;

export interface RulebookRow {
  readonly preset: string;
  /** Such as `3.2`. */
  readonly row: string;
  readonly weight: string;
  readonly kind: string;
}

/** The presets in the order of their rulebooks. */
export const rulebookIds: readonly string[] = Object.keys(rulebooks);

export const rulebookRows: readonly RulebookRow[] = Object.entries(rulebooks).flatMap(
  ([preset, rows], section) =>
    rows.map((told, index) => {
      const [weight = '', kind = ''] = told.split(' ');
      return { preset, row: `${section + 1}.${index + 1}`, weight, kind };
    }),
);
