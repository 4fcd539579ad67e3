import { describe, expect, it } from 'vitest';
import { readCases } from '../../src/readers/index.ts';

const mapping = { rows: 'case', id: 'id', events: { received: 'at' } } as const;

describe('what readCases is given', () => {
  it.each([[undefined], [null], [7], [{}], [[new Uint8Array()]]])(
    'refuses %o as a source, at once',
    (source) => {
      const error = { code: 'reader.source', path: ['source'] };
      expect(() => readCases(source as never, { format: 'csv', mapping })).toThrow(
        expect.objectContaining(error),
      );
    },
  );

  it.each([[undefined], [null]])('names the format that %o lacks as options', (options) => {
    const error = { name: 'ReaderError', code: 'reader.format' };
    expect(() => readCases('id,at\n', options as never)).toThrow(expect.objectContaining(error));
  });
});
