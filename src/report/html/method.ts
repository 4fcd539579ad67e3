import type { AuditReport } from '../../audit/report.ts';
import type { Series } from '../kpi-series.ts';
import { dataTable } from './data-table.ts';
import { basisText, denominatorText, goalText, kpiName, numeratorText, shownValue } from './kpi-text.ts';
import { html, type Markup, said } from './markup.ts';
import { methodWords } from './method-words.ts';
import type { PageOptions } from './page-options.ts';
import { latestOf } from './whole-of.ts';

/** How the figures came about: the formula of every measure, what its basis takes in, and an example from the data. */
export function method(report: AuditReport, series: readonly Series[], options: PageOptions): Markup {
  const { words, locale } = options;
  const method = methodWords[locale];
  const measures = [...new Set(report.kpis.map(({ measure }) => measure))];
  const bases = [...new Set(report.kpis.map(({ basis }) => basis))];
  const known = (texts: Readonly<Record<string, string>>, keys: readonly string[]) =>
    keys.flatMap((key) => texts[key] ?? []);
  const lines = [
    ...known(method.formulas, measures),
    ...known(method.bases, bases),
    ...(report.kpis.length === 0 ? [] : [method.intervals, method.goalsExact, words.openNote]),
    words.timelyNote(true),
    method.exempt,
    method.percentiles,
    ...(report.escalations.length === 0 ? [] : [method.funnel]),
  ];
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
${worked(series, options)}`;
}

function worked(series: readonly Series[], options: PageOptions): Markup | null {
  const { page, words, locale } = options;
  const { worked: caption, computation } = methodWords[locale];
  const rows = series.flatMap((one) => {
    const row = one.by.length > 0 ? undefined : latestOf(one.rows.values());
    if (row === undefined || row.value === null) return [];
    const parts = row.numerator !== null && row.denominator !== null;
    const sum = parts ? `${numeratorText(row, options)} ÷ ${denominatorText(row)} = ` : '';
    return [
      [
        html`${said(kpiName(one, options))} <small>${said(row.id)}</small>`,
        said(row.period),
        said(basisText(row, options)),
        sum + shownValue(row, options),
        row.goal === null ? '–' : said(goalText(row.goal, locale)),
      ],
    ];
  });
  if (rows.length === 0) return null;
  const columns = [words.kpi, page.period, page.basis, computation, page.goal].map((head) => ({ head }));
  return dataTable({ caption, columns, rows });
}
