import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Collects what was measured beside what was promised. */
export class Report {
  sections = [];

  section(title, note) {
    this.sections.push({ title, note, rows: [] });
    console.log(`\n${title}`);
  }

  /** A ratio with the time it comes from. Without a bound it is for information. */
  ratio(what, ns, value, unit, most) {
    this.#add({ what, time: formatTime(ns), value, unit, most });
  }

  atMost(what, value, unit, most) {
    this.#add({ what, value, unit, most });
  }

  atLeast(what, ns, value, unit, least) {
    this.#add({ what, time: formatTime(ns), value, unit, least });
  }

  get missed() {
    return this.sections.flatMap(({ rows }) => rows).filter(({ kept }) => kept === false);
  }

  #add(row) {
    const { value, most, least } = row;
    const kept = most !== undefined ? value <= most : least !== undefined ? value >= least : undefined;
    const bound =
      most !== undefined ? `at most ${number(most)}` : least !== undefined ? `at least ${number(least)}` : '';
    const full = { ...row, kept, bound };
    this.sections.at(-1).rows.push(full);
    console.log(
      `  ${row.what.padEnd(60)} ${(row.time ?? '').padStart(10)} ${`${number(value)} ${row.unit}`.padStart(22)}  ${bound.padEnd(16)} ${verdict(kept)}`,
    );
  }

  write(file) {
    const machine = `${cpus().length} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
    const lines = [
      '# What was measured',
      '',
      `Written by \`npm run bench\` on ${machine}. Medians; ratios are taken within a round, in which every contestant`,
      'has its turn, so that a busy machine changes the times more than the ratios.',
    ];
    for (const { title, note, rows } of this.sections) {
      lines.push('', `## ${title}`, '');
      if (note !== undefined) lines.push(note, '');
      lines.push('| what | one answer | result | bound | |', '|---|--:|--:|---|---|');
      for (const { what, time = '', value, unit, bound, kept } of rows) {
        lines.push(`| ${what} | ${time} | ${number(value)} ${unit} | ${bound} | ${verdict(kept)} |`);
      }
    }
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
}

const verdict = (kept) => (kept === undefined ? '' : kept ? 'kept' : 'MISSED');

function number(value) {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function formatTime(ns) {
  if (ns >= 1e6) return `${(ns / 1e6).toFixed(2)} ms`;
  return ns >= 1e3 ? `${(ns / 1e3).toFixed(1)} µs` : `${ns.toFixed(1)} ns`;
}
