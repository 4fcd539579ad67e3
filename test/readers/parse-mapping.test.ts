import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ReaderError } from '../../src/errors/reader-error.ts';
import { mappings, parseMapping } from '../../src/readers/index.ts';

const valid = { rows: 'case', timeZone: 'UTC', id: 'nr', events: { received: 'at' } };

function problems(json: unknown): [string, string, string | undefined][] {
  try {
    parseMapping(json);
  } catch (error) {
    if (error instanceof ReaderError) {
      expect(error.code).toBe('reader.mapping');
      return error.problems.map(({ code, path, hint }) => [code, path.join('.'), hint]);
    }
    throw error;
  }
  return [];
}

describe('parseMapping', () => {
  it('returns the very document, and leaves it unchanged', () => {
    const json = Object.freeze({ ...valid, missing: Object.freeze(['NULL']) });
    expect(parseMapping(json)).toBe(json);
  });

  it('lists all problems with their paths, and names the nearest key', () => {
    const json = {
      rows: 'case',
      timezone: 'UTC',
      id: { colum: 'nr' },
      attributes: { kind: { column: 'k', valeus: {} }, priority: 5 },
      events: { received: { column: 'at', format: [] } },
    };
    expect(problems(json)).toEqual([
      ['mapping.shape', 'id.column', undefined],
      ['mapping.unknown-key', 'id.colum', 'Did you mean "column"?'],
      ['mapping.unknown-key', 'attributes.kind.valeus', 'Did you mean "values"?'],
      ['mapping.shape', 'attributes.priority', undefined],
      ['mapping.shape', 'events.received.format', undefined],
      ['mapping.unknown-key', 'timezone', 'Did you mean "timeZone"?'],
    ]);
  });

  it.each([
    ['no object', 5, 'mapping.shape', ''],
    ['unknown rows', { ...valid, rows: 'ticket' }, 'mapping.shape', 'rows'],
    ['no id', { ...valid, id: undefined }, 'mapping.shape', 'id'],
    ['an unknown zone', { ...valid, timeZone: 'Asia/Peking' }, 'mapping.time-zone', 'timeZone'],
    ['an unknown encoding', { ...valid, encoding: 'gb9' }, 'mapping.encoding', 'encoding'],
    ['a delimiter of two characters', { ...valid, delimiter: '||' }, 'mapping.delimiter', 'delimiter'],
    ['no events', { ...valid, events: {} }, 'mapping.rows', 'events'],
    ['a timestamp for rows of cases', { ...valid, timestamp: 'at' }, 'mapping.rows', 'timestamp'],
    [
      'rows of events without a timestamp',
      { rows: 'event', id: 'nr', event: 'what' },
      'mapping.rows',
      'timestamp',
    ],
    [
      'rows of events without an event',
      { rows: 'event', id: 'nr', timestamp: 'at' },
      'mapping.rows',
      'event',
    ],
    [
      'rows of events by line',
      { rows: 'event', id: { row: true }, timestamp: 'at', event: 'what' },
      'mapping.rows',
      'id',
    ],
    [
      'an attribute named events',
      { ...valid, attributes: { events: 'x' } },
      'mapping.reserved',
      'attributes.events',
    ],
    [
      'otherwise without values',
      { ...valid, attributes: { a: { column: 'x', otherwise: 'keep' } } },
      'mapping.shape',
      'attributes.a.otherwise',
    ],
    [
      'a format of a text',
      { ...valid, attributes: { a: { column: 'x', format: 'iso' } } },
      'mapping.shape',
      'attributes.a.format',
    ],
    ['a header in row 0', { ...valid, headerRow: 0 }, 'mapping.shape', 'headerRow'],
    ['another format', { ...valid, format: 'duly-mapping/2' }, 'mapping.shape', 'format'],
  ])('refuses %s', (_, json, code, path) => {
    expect(problems(json).map((problem) => problem.slice(0, 2))).toEqual([[code, path]]);
  });

  it.each([
    ['YYYY-MM-DD', 'Did you mean "yyyy-MM-dd"?'],
    ['yyyy-mm-dd', 'Year is yyyy, month MM, day dd; mm is minutes'],
    ['HH:mm', 'Year is yyyy, month MM, day dd; mm is minutes'],
    ['yyyy-MM-dd at HH:mm', 'Put other letters between single quotes'],
  ])('refuses the format %s with a hint', (format, hint) => {
    const json = { ...valid, events: { received: { column: 'at', format: ['iso', format] } } };
    expect(problems(json)).toEqual([['mapping.format', 'events.received.format.1', hint]]);
  });

  it.each([
    'iso',
    'excel',
    'epoch-s',
    'yyyy-MM-dd',
    "yyyy-MM-dd'T'HH:mm",
    'MMM d, yyyy h:mm a',
    'dd-MMM-yy',
    'yyyy-MM-dd HH:mm xxx',
  ])('accepts the format %s', (format) => {
    expect(problems({ ...valid, events: { received: { column: 'at', format } } })).toEqual([]);
  });

  it.each([
    ['attributes', '{ "__proto__": null }', 'attributes.__proto__'],
    [
      'attributes',
      '{ "kind": { "column": "k", "values": { "__proto__": 1 } } }',
      'attributes.kind.values.__proto__',
    ],
    ['events', '{ "received": "at", "__proto__": 1 }', 'events.__proto__'],
    ['synonyms', '{ "__proto__": ["a"] }', 'synonyms.__proto__'],
  ])('refuses a key __proto__ in %s', (key, inner, path) => {
    expect(problems({ ...valid, [key]: JSON.parse(inner) })).toEqual([
      ['mapping.unknown-key', path, undefined],
    ]);
  });

  it('accepts every mapping of the examples and every built-in one', () => {
    const folder = new URL('../../examples/mappings/', import.meta.url);
    const files = readdirSync(folder);
    expect(files).toContain('tickets.json');
    for (const file of files)
      expect(problems(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))).toEqual([]);
    for (const mapping of Object.values(mappings)) expect(problems(mapping)).toEqual([]);
  });
});
