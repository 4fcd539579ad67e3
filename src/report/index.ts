export type { AuditReport, Breach } from '../audit/report.ts';
export type { Locale } from '../explain/words.ts';
export { type BreachesOptions, renderBreachesCsv } from './render-breaches-csv.ts';
export { type HtmlOptions, renderHtml } from './render-html.ts';
export { type MarkdownOptions, renderMarkdown } from './render-markdown.ts';
export { renderText, type TextOptions } from './render-text.ts';
export { reportJsonSchema } from './report-json-schema.ts';
