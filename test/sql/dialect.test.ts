import { describe, expect, it } from 'vitest';
import { dialects } from '../../src/sql/dialect.ts';

describe('quote and text', () => {
  it('escape what ClickHouse takes for an end: quotes, backticks and backslashes', () => {
    const { quote, text } = dialects.clickhouse;
    expect(quote('a`b\\')).toBe('`a\\`b\\\\`');
    expect(text("a'b\\")).toBe("'a\\'b\\\\'");
  });

  it('write a backslash for PostgreSQL so that no setting of the server changes it', () => {
    expect(dialects.postgres.text("a\\'b")).toBe("E'a\\\\''b'");
  });

  it.each(Object.values(dialects))(
    'refuse control characters in names, and NUL in values ($name)',
    ({ quote, text }) => {
      for (const name of ['', 'a\0', 'a\nb', 'a\x7f', 7 as never])
        expect(() => quote(name)).toThrow(/is no name/);
      expect(() => text('a\0')).toThrow(/is no name/);
    },
  );
});
