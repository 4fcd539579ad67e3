import { describe, expect, it } from 'vitest';
import { AuditError } from '../../src/errors/audit-error.ts';
import { renderBreachesCsv, renderMarkdown, renderText } from '../../src/report/index.ts';
import { sample } from './sample-report.ts';

const renderings = { renderText, renderMarkdown, renderBreachesCsv } as unknown as Readonly<
  Record<string, (report: unknown, options?: object) => string>
>;

function failureOf(work: () => unknown): AuditError {
  try {
    work();
  } catch (error) {
    if (error instanceof AuditError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe.each(Object.keys(renderings))('%s', (name) => {
  const render = renderings[name]!;

  it.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['an object', {}],
    ['"text"', 'text'],
    ['an array', []],
    ['7', 7],
  ])('refuses %s with audit.report and what was expected', (_, report) => {
    const { code, message } = failureOf(() => render(report));
    expect(code).toBe('audit.report');
    expect(message).toMatch(/ is no report; expected /);
  });

  it('refuses a mistyped option, which would change nothing', () => {
    const { code, path, hint } = failureOf(() => render(sample, { local: 'zh-CN' }));
    expect({ code, path, hint }).toEqual({
      code: 'audit.unknown-key',
      path: ['local'],
      hint: 'Did you mean "locale"?',
    });
  });

  it('names the list that is missing', () => {
    const { code, path } = failureOf(() => render({ ...sample, breaches: undefined }));
    expect({ code, path }).toEqual({ code: 'audit.report', path: ['breaches'] });
  });

  it('refuses the locale "de" and names those there are', () => {
    const { code, message, path } = failureOf(() => render(sample, { locale: 'de' }));
    expect({ code, path }).toEqual({ code: 'audit.option', path: ['locale'] });
    expect(message).toContain('"de"');
    expect(message).toContain('"en" or "zh-CN"');
  });

  it('refuses the locale "toString"', () => {
    expect(failureOf(() => render(sample, { locale: 'toString' })).code).toBe('audit.option');
  });
});

describe('renderText', () => {
  it('says "duly-audit/1" when it is given a snapshot', () => {
    const snapshot = { ...sample, format: 'duly-audit/1' } as unknown as typeof sample;
    expect(failureOf(() => renderText(snapshot)).message).toContain('"duly-audit/1" is no report');
  });
});
