import { scaleBand, scaleLinear } from 'd3-scale';
import type { HourCounts } from '../../audit/report.ts';
import { formatCount } from '../format.ts';
import { dataTable, folded, right } from './data-table.ts';
import { at, CHART_WIDTH } from './figure.ts';
import { html, type Markup } from './markup.ts';
import type { PageOptions } from './page-options.ts';

type Week = HourCounts['arrivals'];

const SIZE = [CHART_WIDTH, 150] as const;
const plot = { left: 36, right: SIZE[0] - 4, top: 4, bottom: SIZE[1] - 22 };

const days = /* @__PURE__ */ Array.from({ length: 7 }, (_, day) => day);
const hoursOfDay = /* @__PURE__ */ Array.from({ length: 24 }, (_, hour) => hour);

/** When cases arrive, and when those that broke a promise arrived: two heat maps with one table. */
export function arrivalHours(hours: HourCounts, options: PageOptions): Markup {
  const { page, timeZone } = options;
  return html`<p class="note">${page.hoursNote(timeZone)}</p>
<div class="charts wide">${map(page.arrivals, hours.arrivals, hours, options)}${map(page.breached, hours.breached, hours, options)}</div>
${folded(page.figures, table(hours, options))}`;
}

function map(title: string, week: Week, hours: HourCounts, options: PageOptions): Markup {
  const { page } = options;
  return html`<figure><figcaption>${title} <small>${page.most(formatCount(sumOf(week)), formatCount(Math.max(0, ...week.flat())))}</small></figcaption>
<svg role="img" aria-label="${alternative(week, options)}" viewBox="0 0 ${SIZE[0]} ${SIZE[1]}">${drawing(week, hours, options)}</svg></figure>
`;
}

function alternative(week: Week, { page, weekdays }: PageOptions): string {
  const all = week.flat();
  const most = Math.max(0, ...all);
  if (most === 0) return page.hoursEmpty;
  const place = all.indexOf(most);
  const when = `${weekdays[Math.floor(place / 24)]} ${place % 24}`;
  return page.hoursText(formatCount(sumOf(week)), when, formatCount(most));
}

const sumOf = (week: Week) => week.flat().reduce((sum, count) => sum + count, 0);

function drawing(week: Week, { arrivals, breached }: HourCounts, { page, weekdays }: PageOptions): Markup[] {
  const x = scaleBand<number>().domain(hoursOfDay).range([plot.left, plot.right]).padding(0.08);
  const y = scaleBand<number>().domain(days).range([plot.top, plot.bottom]).padding(0.08);
  const shade = scaleLinear()
    .domain([0, Math.max(1, ...week.flat())])
    .range([0.12, 1]);
  const size = html`width="${at(x.bandwidth())}" height="${at(y.bandwidth())}"`;
  const cell = (day: number, hour: number) => {
    const count = week[day]?.[hour] ?? 0;
    const place = html`x="${at(x(hour) as number)}" y="${at(y(day) as number)}" ${size}`;
    if (count === 0) return html`<rect class="none" ${place}/>`;
    const [all, bad] = [arrivals, breached].map((one) => formatCount(one[day]?.[hour] ?? 0)) as [
      string,
      string,
    ];
    const opacity = Math.round(shade(count) * 100) / 100;
    return html`<rect class="heat" fill-opacity="${opacity}" ${place}><title>${page.cell(weekdays[day] as string, hour, all, bad)}</title></rect>`;
  };
  return days
    .flatMap((day) => [
      html`<text class="tick end" x="${plot.left - 6}" y="${at((y(day) as number) + y.bandwidth() / 2 + 4)}">${weekdays[day] as string}</text>`,
      ...hoursOfDay.map((hour) => cell(day, hour)),
    ])
    .concat(
      [0, 3, 6, 9, 12, 15, 18, 21].map(
        (hour) =>
          html`<text class="tick mid" x="${at((x(hour) as number) + x.bandwidth() / 2)}" y="${plot.bottom + 15}">${hour}</text>`,
      ),
    );
}

function table({ arrivals, breached }: HourCounts, { page, weekdays }: PageOptions): Markup {
  const text = (day: number, hour: number) => {
    const [all, bad] = [arrivals[day]?.[hour] ?? 0, breached[day]?.[hour] ?? 0];
    return bad === 0 ? formatCount(all) : `${formatCount(all)} (${formatCount(bad)})`;
  };
  return dataTable({
    caption: page.arrivalsAndBreached,
    columns: [{ head: page.hour }, ...weekdays.map(right)],
    rows: hoursOfDay.map((hour) => [page.oclock(hour), ...days.map((day) => text(day, hour))]),
  });
}
