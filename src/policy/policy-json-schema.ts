import { selectorShape, selectorsShape, testShape, whenShape } from '../case/shape.ts';
import type { Shape } from '../errors/shape.ts';
import { countings } from '../limit/countings.ts';
import { countingShape, limitShape } from '../limit/shape.ts';
import { unitNames } from '../limit/units.ts';
import { limitRuleShape, localTextShape, pauseShape } from '../standards/shape.ts';
import { type KindOptions, kindTable } from './kinds.ts';
import { parameterAt } from './parameter-at.ts';
import { calendarShape, civilDateShape, policyShape } from './shape.ts';
import { type JsonSchema, type ShapeJsonTerms, shapeJson } from './shape-json.ts';

/**
 * The JSON Schema (draft 2020-12) of policy documents, for editors to check and complete them by. It holds no document
 * back that `parsePolicy` takes; what only arithmetic or a look at other parts can tell (ids, references, calendars that
 * contradict themselves) is left to `parsePolicy`.
 *
 * @param options - `kinds`: a company's own kinds, whose schemas are told where they can tell themselves.
 * @returns A new plain object.
 * @throws {@link PolicyError} `policy.kind`, `policy.kind-taken` for kinds that can't be used
 * @example policyJsonSchema().$schema // => 'https://json-schema.org/draft/2020-12/schema'
 */
export function policyJsonSchema({ kinds = [] }: KindOptions = {}): JsonSchema {
  const schema = shapeJson(policyShape(kindTable(kinds)), {
    named,
    isOpen: (path) => parameterAt({ parameter: 'any' }, path) !== undefined,
  });
  return { title: 'A policy of duly', ...schema };
}

const singular = unitNames.map((unit) => unit.replace(/s$/, '')).join('|');
const civilDate = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const hours = { type: 'array', items: { type: 'string', pattern: '^\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}$' } };
const listOf = (items: JsonSchema) => ({ type: 'array', items });
const provisional = { const: 'throw' };

/** Calendars are checked by hand, so that those who want nothing else need no shapes. */
const calendar: JsonSchema = {
  type: 'object',
  anyOf: [{ required: ['timeZone', 'week'] }, { required: ['intersect'] }, { required: ['union'] }],
  properties: {
    timeZone: { type: 'string' },
    week: {
      anyOf: [
        { const: 'always' },
        {
          type: 'object',
          properties: Object.fromEntries(
            ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hours]),
          ),
          additionalProperties: false,
        },
      ],
    },
    holidays: listOf({ type: ['string', 'object'] }),
    exceptions: {
      type: 'object',
      propertyNames: civilDate,
      additionalProperties: { anyOf: [{ enum: ['working', 'closed'] }, hours] },
    },
    intersect: listOf({ $ref: '#/$defs/calendar-as-is' }),
    union: listOf({ $ref: '#/$defs/calendar-as-is' }),
    provisional,
  },
  additionalProperties: false,
};

const limitText: JsonSchema = {
  type: 'string',
  pattern: `^(\\d+(\\.\\d+)? (${singular})s?|P(\\d+(\\.\\d+)?[DWM]|T\\d+(\\.\\d+)?[HMS]))$`,
};

/** The shape of what is written as text, of a limit or a counting. */
const textIn = (shape: Shape): Shape => (shape.type === 'either' ? shape.of[0]! : shape);

const named: ShapeJsonTerms['named'] = new Map<Shape, { name: string; json?: JsonSchema }>([
  [testShape, { name: 'test' }],
  [whenShape, { name: 'when' }],
  [selectorShape, { name: 'selector' }],
  [selectorsShape, { name: 'selectors' }],
  [limitRuleShape, { name: 'limit-rule' }],
  [pauseShape, { name: 'pause' }],
  [localTextShape, { name: 'text' }],
  [limitShape, { name: 'limit' }],
  [textIn(limitShape), { name: 'limit-text', json: limitText }],
  [countingShape, { name: 'counting' }],
  [textIn(countingShape), { name: 'counting-name', json: { enum: Object.keys(countings) } }],
  [calendarShape, { name: 'calendar', json: calendar }],
  [civilDateShape, { name: 'civil-date', json: civilDate }],
]);
