import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { mappingJsonSchema, mappings, parseMapping } from '../../src/readers/index.ts';

const check = new Ajv2020().compile(mappingJsonSchema());
const folder = new URL('../../examples/mappings/', import.meta.url);
const simple = { rows: 'case', id: 'No', events: { received: 'Opened' } };

describe('mappingJsonSchema', () => {
  it.each(Object.entries(mappings))('takes the built-in mapping %s', (_, mapping) => {
    expect(check(mapping)).toBe(true);
  });

  it.each(readdirSync(folder))('takes the example %s', (name) => {
    expect(check(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))).toBe(true);
  });

  it.each([
    ['rows of another kind', { ...simple, rows: 'ticket' }],
    ['no id', { rows: 'case', events: simple.events }],
    ['an unknown key', { ...simple, timezone: 'UTC' }],
    ['an unknown key of an event', { ...simple, events: { received: { column: 'Opened', form: 'iso' } } }],
    ['a header in row 0', { ...simple, headerRow: 0 }],
    ['synonyms that are no list', { ...simple, synonyms: { No: 'Id' } }],
  ])('refuses %s, as parseMapping does', (_, mapping) => {
    expect(check(mapping)).toBe(false);
    expect(() => parseMapping(mapping)).toThrow();
  });
});
