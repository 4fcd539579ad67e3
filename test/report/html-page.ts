import type { AuditReport } from '../../src/audit/report.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { kpiRow, sample } from './sample-report.ts';

/** A report with something in every part of the page. */
export const full: AuditReport = {
  ...sample,
  standards: [
    {
      ...(sample.standards[0] as (typeof sample.standards)[0]),
      shares: slots({ 0: 900, 9: 300, 10: 20, 20: 10 }),
    },
    ...sample.standards.slice(1),
  ],
  kpis: [
    ...sample.kpis,
    kpiRow({
      ...{ id: 'visits', measure: 'returnVisitRate', period: '2026-03', group: { department: '售后' } },
      ...{ numerator: 3, denominator: 4, value: 0.75, interval: [0.3, 0.95], basis: 'closed' },
    }),
    kpiRow({
      ...{ id: 'visits', measure: 'returnVisitRate', period: '2026-04', group: { department: '售后' } },
      ...{ numerator: 1, denominator: 6, value: 1 / 6, interval: [0.03, 0.56], basis: 'closed' },
    }),
  ],
  hours: { arrivals: week({ 10: 7 }), breached: week({ 10: 2 }) },
};

function slots(filled: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: 21 }, (_, slot) => filled[slot] ?? 0);
}

/** Every Monday hour that is named, nothing on other days. */
function week(monday: Readonly<Record<number, number>>): number[][] {
  return Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => (day === 0 ? (monday[hour] ?? 0) : 0)),
  );
}

export const page = (report: AuditReport = full, locale: 'en' | 'zh-CN' = 'en') =>
  renderHtml(report, { locale });

const tagsOf = (text: string) => text.match(/<[^>]*>/g) ?? [];

/** The tags without what stands in their attributes: what text from data must never change. */
export const skeleton = (text: string) =>
  tagsOf(text.replace(/<style>.*?<\/style>/s, '')).map((tag) => tag.replace(/="[^"]*"/g, ''));

export const textsOf = (text: string, tag: string) =>
  [...text.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, inner = '']) =>
    inner.replace(/<[^>]*>/g, ''),
  );

export const cardOf = (text: string, title: string) =>
  [...text.matchAll(/<article.*?<\/article>/gs)].map(([card]) => card).find((card) => card.includes(title)) ??
  '';

/** A figure with its chart and its table. */
export const figureOf = (text: string, title: string) =>
  [...text.matchAll(/<figure>.*?<\/figure>/gs)].map(([one]) => one).find((one) => one.includes(title)) ?? '';
