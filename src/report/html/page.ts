import type { AuditReport } from '../../audit/report.ts';
import { againstSections } from '../against-sections.ts';
import { codeSection } from '../code-section.ts';
import { seriesOf } from '../kpi-series.ts';
import { safeText } from '../safe-text.ts';
import { headSection, provisionalSections } from '../sections.ts';
import { arrivalHours } from './arrival-hours.ts';
import { breaches } from './breaches.ts';
import { escalations } from './escalations.ts';
import { groups } from './groups.ts';
import { keyFigures } from './key-figures.ts';
import { html, Markup, said } from './markup.ts';
import { method } from './method.ts';
import type { PageOptions } from './page-options.ts';
import { responseTimes } from './response-times.ts';
import { sectionTable } from './section-table.ts';
import { standards } from './standards.ts';
import { styles } from './styles.ts';
import { trends } from './trends.ts';

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
}

/** The whole document. */
export function pageOf(report: AuditReport, options: PageOptions): Markup {
  const { page, locale } = options;
  const policies = report.policy.map(({ id, version }) => safeText(`${id} ${version}`)).join(page.and);
  const chapters = chaptersOf(report, options);
  return html`<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title}: ${policies}</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<a class="skip" href="#main">${page.skip}</a>
${shapes}
<header>
<h1>${page.title}</h1>
<p class="policy">${said(policies)}</p>
${head(report, options)}</header>
<nav aria-label="${page.contents}"><ul>${chapters.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${chapters.map(({ id, title, content }) => html`<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${content}</section>\n`)}</main>
<footer><p>${page.produced(report.format)}${options.timeZone}${page.fullStop}</p></footer>
</body>
</html>
`;
}

/** Late bars are hatched: they differ without colours too. */
const shapes = html`<svg class="shapes" aria-hidden="true" width="0" height="0"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="4" height="4"/><rect class="hatch-line" width="1.6" height="4"/></pattern></defs></svg>`;

/** What was audited. The policy, the first of the lines, is in the title already. */
function head(report: AuditReport, options: PageOptions): Markup {
  const { table, notes = [], alarm } = headSection(report, options);
  const [, ...lines] = table?.rows ?? [];
  const facts = lines.map(
    ([name, text]) => html`<div><dt>${name?.text ?? ''}</dt><dd>${said(text?.text ?? '')}</dd></div>`,
  );
  const alarms = alarm ? notes.map((note) => html`<p class="alarm" role="note">${String(note)}</p>\n`) : null;
  return html`<dl class="facts">${facts}</dl>\n${alarms}`;
}

function chaptersOf(report: AuditReport, options: PageOptions): Chapter[] {
  const { page } = options;
  const series = seriesOf(report.kpis);
  const split = series.some(({ by }) => by.length > 0);
  const { hours } = report;
  return [
    { id: 'key-figures', title: page.key, content: keyFigures(series, options) },
    { id: 'standards', title: page.standards, content: standards(report, options) },
    { id: 'trends', title: page.trends, content: trends(series, options) },
    { id: 'response-times', title: page.response, content: responseTimes(report, options) },
    ...(hours === undefined
      ? []
      : [{ id: 'hours', title: page.hours, content: arrivalHours(hours, options) }]),
    ...(split ? [{ id: 'groups', title: page.groups, content: groups(series, options) }] : []),
    ...(report.escalations.length === 0
      ? []
      : [{ id: 'escalations', title: page.escalations, content: escalations(report.escalations, options) }]),
    { id: 'breaches', title: page.breaches, content: breaches(report, options) },
    ...against(report, options),
    { id: 'data', title: page.data, content: data(report, options) },
    { id: 'method', title: page.method, content: method(report, series, options) },
  ];
}

/** What other rules make of the same cases. */
function against(report: AuditReport, options: PageOptions): Chapter[] {
  const sections = againstSections(report, options);
  const title = sections[0]?.title;
  if (title === undefined) return [];
  const content = html`${sections.map((section) => sectionTable(section, section.title ?? title))}`;
  return [{ id: 'against', title, content }];
}

function data(report: AuditReport, options: PageOptions): Markup {
  const { page, words } = options;
  const findings = codeSection(report.findings, options, { title: 'findings', none: 'noFindings' });
  const rejects = codeSection(report.rejects, options, { title: 'rejects', none: 'noRejects' });
  const provisional = provisionalSections(report, options).flatMap(({ notes = [] }) => notes.map(String));
  return html`<h3>${words.findings}</h3>
${sectionTable(findings, page.findingsNote)}<h3>${words.rejects}</h3>
${sectionTable(rejects, page.rejectsNote)}${provisional.map((line) => html`<p>${said(line)}</p>\n`)}`;
}
