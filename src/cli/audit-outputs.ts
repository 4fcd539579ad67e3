import { breachOf, byBadness, isBreach } from '../audit/breach.ts';
import type { Combined } from '../audit/combine-versions.ts';
import type { AuditReport } from '../audit/report.ts';
import { keepWorst } from '../audit/worst.ts';
import type { Reject } from '../case/types.ts';
import { type Locale, renderBreachesCsv, renderHtml } from '../report/index.ts';
import { wordsOf } from '../report/words.ts';
import type { Verdict } from '../standards/verdict.ts';
import { AsideFile, isStdout, type Place } from './aside-file.ts';
import { RejectsFile } from './rejects-file.ts';

export interface OutputPaths {
  readonly html?: string;
  readonly json?: string;
  readonly breaches?: string;
  readonly rejects?: string;
}

interface Context extends Place {
  readonly standards: Combined['standards'];
  readonly locale: Locale;
  readonly timeZone: string;
}

/** A spreadsheet holds a million lines, a reader far fewer; it bounds the memory. */
export const BREACHES_LISTED = 100_000;

/** The files an audit leaves behind: all of them complete, or none. */
export class AuditOutputs {
  readonly #paths: OutputPaths;
  readonly #context: Context;
  readonly #worst = keepWorst<Verdict>(BREACHES_LISTED, byBadness);
  #html: AsideFile | undefined;
  #json: AsideFile | undefined;
  #breaches: AsideFile | undefined;
  #rejects: RejectsFile | undefined;

  constructor(paths: OutputPaths, context: Context) {
    this.#paths = paths;
    this.#context = context;
    try {
      if (paths.html !== undefined) this.#html = new AsideFile(paths.html, context);
      if (paths.json !== undefined) this.#json = new AsideFile(paths.json, context);
      if (paths.breaches !== undefined) this.#breaches = new AsideFile(paths.breaches, context);
      if (paths.rejects !== undefined) this.#rejects = new RejectsFile(paths.rejects, context);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Only where a list of breaches was asked for. */
  get onVerdict(): ((verdict: Verdict) => void) | undefined {
    if (this.#breaches === undefined) return undefined;
    return (verdict) => {
      if (isBreach(verdict)) this.#worst.offer(verdict);
    };
  }

  /** Takes in what another thread has listed. */
  mergeBreaches(worst: { readonly offered: number; readonly kept: readonly Verdict[] }): void {
    this.#worst.merge(worst);
  }

  get onReject(): ((reject: Reject) => void) | undefined {
    const file = this.#rejects;
    return file && ((reject) => file.add(reject));
  }

  /** Who wants to know of the inputs; only where rejects are to be written as they came. */
  get rejects(): Pick<RejectsFile, 'open' | 'encoded'> | undefined {
    return this.#rejects;
  }

  /** Whether standard output is one of them, and holds nothing else then. */
  get isPiped(): boolean {
    const { html, json, breaches, rejects } = this.#paths;
    return [html, json, breaches, rejects].some(isStdout);
  }

  /** Puts all files in their places; returns a line on each. */
  commit(report: AuditReport): string[] {
    const { html, json, breaches, rejects } = this.#paths;
    const { locale, timeZone } = this.#context;
    this.#html?.write(renderHtml(report, { locale, timeZone }));
    this.#json?.write(`${readableJson(report)}\n`);
    this.#breaches?.write(`\ufeff${this.#breachesCsv()}`);
    const files = this.#files();
    for (const file of files) file.complete();
    for (const file of files) file.commit();
    const { offered } = this.#worst;
    const { written } = wordsOf(locale);
    const some = offered > BREACHES_LISTED ? written.worstOf(BREACHES_LISTED, offered) : '';
    return [
      ...(isFile(html) ? [written.html(html)] : []),
      ...(isFile(json) ? [written.json(json)] : []),
      ...(isFile(breaches) || some !== '' ? [written.breaches(breaches as string) + some] : []),
      ...(isFile(rejects) ? [written.rejects(rejects)] : []),
    ];
  }

  discard(): void {
    for (const file of this.#files()) file.discard();
  }

  #files() {
    return [this.#html, this.#json, this.#breaches, this.#rejects].filter((file) => file !== undefined);
  }

  #breachesCsv(): string {
    const { standards, locale, timeZone } = this.#context;
    const breaches = this.#worst.list().map((verdict) => breachOf(verdict, standards.get(verdict.standard)));
    return renderBreachesCsv({ breaches }, { locale, timeZone });
  }
}

const isFile = (path: string | undefined): path is string => path !== undefined && !isStdout(path);

/** Indented, with each list of numbers on one line: a distribution has hundreds of them. */
function readableJson(report: AuditReport): string {
  return JSON.stringify(report, null, 2).replace(/\[\s+[\d.e+-]+(?:,\s+[\d.e+-]+)*\s+\]/g, (numbers) =>
    numbers.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
}
