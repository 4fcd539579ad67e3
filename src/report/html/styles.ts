/** The look of the page: one column of text, charts in a grid, two colours that differ for every eye. */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --raised: #f6f7f9; --text: #1b2430; --dim: #566170; --line: #d5dae1;
  --main: #1f5f99; --soft: #1f5f9922; --rest: #e6e9ee; --good: #1a7044; --bad: #b3401a; --focus: #b3401a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181d; --raised: #1c2128; --text: #e4e8ee; --dim: #a2acb9; --line: #38414c;
    --main: #74aee6; --soft: #74aee62e; --rest: #2a313a; --good: #6cc795; --bad: #f2956b; --focus: #f2956b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 24px 16px 48px; max-width: 1120px; background: var(--ground); color: var(--text);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif;
  font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere;
}
h1, h2, h3, p, dl, dd, ul, ol, figure { margin: 0; }
h1 { font-size: 28px; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; }
h2 { font-size: 20px; line-height: 1.3; font-weight: 650; margin-bottom: 12px; }
h3 { font-size: 15px; line-height: 1.4; font-weight: 650; margin: 20px 0 8px; }
p { max-width: 75ch; }
a { color: var(--main); }
small { color: var(--dim); font-size: 12px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -9999px; top: 8px; padding: 6px 12px; background: var(--ground); }
.skip:focus { left: 8px; }
.shapes { position: absolute; }
.policy { color: var(--dim); font-size: 17px; margin-top: 4px; }
.facts { margin-top: 16px; display: grid; gap: 4px; }
.facts div { display: grid; grid-template-columns: 84px 1fr; }
.facts dt, .card dt { color: var(--dim); }
.alarm { margin-top: 12px; padding: 8px 12px; border-left: 4px solid var(--bad); background: var(--raised); font-weight: 650; }
nav { margin: 24px 0 0; padding: 10px 0; border-block: 1px solid var(--line); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
section { padding-top: 36px; }
.lead { font-size: 17px; margin-bottom: 14px; }
.note { color: var(--dim); font-size: 13px; margin: 0 0 12px; }
.dim { color: var(--dim); }
.bad { color: var(--bad); }
.cards { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr)); }
.card { padding: 14px 16px; border: 1px solid var(--line); border-top: 4px solid var(--dim); border-radius: 4px; background: var(--raised); }
.card.met { border-top-color: var(--good); }
.card.missed { border-top-color: var(--bad); }
.card h3 { margin: 0; font-weight: 550; }
.card .value { font-size: 30px; line-height: 1.25; font-weight: 650; }
.card .state { font-weight: 600; font-size: 13px; margin-bottom: 8px; color: var(--dim); }
.card.met .state { color: var(--good); }
.card.missed .state { color: var(--bad); }
.card dl { font-size: 13px; }
.card dl div { display: flex; justify-content: space-between; gap: 12px; border-top: 1px solid var(--line); padding: 2px 0; }
.card dd { text-align: end; }
.card dt { white-space: nowrap; }
.charts { display: grid; gap: 24px 28px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 310px), 1fr)); align-items: start; }
.charts.wide { grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); }
.charts + .note { margin-top: 12px; }
figure { min-width: 0; }
figcaption { font-weight: 600; margin-bottom: 6px; }
figure > svg { display: block; width: 100%; max-width: 440px; height: auto; }
figure .note { margin: 4px 0 0; }
svg text { font-size: 11px; fill: var(--text); font-family: inherit; }
svg .tick { fill: var(--dim); }
svg .mid { text-anchor: middle; }
svg .end { text-anchor: end; }
svg .goal-text { fill: var(--bad); paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
svg .name, svg .figure { font-size: 12px; }
.grid, .axis { stroke: var(--line); stroke-width: 1; fill: none; }
.line { stroke: var(--main); stroke-width: 2; fill: none; stroke-linejoin: round; }
.band { fill: var(--soft); }
.goal { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
.mark { fill: var(--main); stroke: var(--main); stroke-width: 1.5; }
.mark.bad { fill: var(--bad); stroke: var(--bad); }
.mark.open { fill: var(--ground); }
rect.bar { fill: var(--main); }
rect.bar.late { fill: url(#hatch); }
rect.bar.open { fill: var(--dim); }
rect.rest, rect.none { fill: var(--rest); }
rect.none { fill-opacity: 0.5; }
rect.heat { fill: var(--main); }
.hatch-ground { fill: var(--bad); fill-opacity: 0.55; }
.hatch-line { fill: var(--bad); }
.meter { display: block; width: 48px; height: 5px; margin: 2px 0 0 auto; }
.scroll { overflow-x: auto; max-width: 100%; margin: 8px 0; position: relative; }
table { border-collapse: collapse; font-size: 13px; min-width: 60%; }
caption { text-align: start; color: var(--dim); padding: 4px 0; }
th, td { padding: 4px 10px 4px 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
thead th { color: var(--dim); font-weight: 500; border-bottom: 1px solid var(--dim); vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 9em; }
th.n, td.n { text-align: end; padding: 4px 0 4px 14px; white-space: nowrap; min-width: 0; }
.n + td:not(.n), .n + th:not(.n) { padding-left: 18px; }
td:not(.n) { min-width: 5.5em; }
details { margin-top: 6px; }
summary { cursor: pointer; color: var(--main); font-size: 13px; width: fit-content; }
.breaches { padding: 0; list-style: none; }
.breaches li { border-bottom: 1px solid var(--line); padding: 4px 0; }
.breach summary { color: var(--text); font-size: 14px; width: auto; }
.breach summary span { margin-left: 10px; }
.way { margin: 6px 0 8px 18px; padding-left: 12px; border-left: 2px solid var(--line); font-size: 13px; }
.breaches + details { margin-top: 12px; }
ul { padding-left: 20px; }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--dim); font-size: 13px; }
@media (min-width: 620px) { .facts div { grid-template-columns: 110px 1fr; } }
@page { size: A4; margin: 14mm 12mm; }
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --raised: #ffffff; --text: #111111; --dim: #4a5360; --line: #c9ced6;
    --main: #1f5f99; --soft: #1f5f9922; --rest: #e6e9ee; --good: #1a7044; --bad: #b3401a;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  nav, .skip, details:not(.breach) { display: none; }
  section { padding-top: 20pt; }
  h2, h3, h2 + p, figcaption, caption { break-after: avoid; }
  .card dl { font-size: 8pt; }
  .card, figure, tr, .breaches li { break-inside: avoid; }
  .charts { grid-template-columns: 1fr 1fr; }
  .charts.wide { grid-template-columns: 1fr 1fr; }
  .cards { grid-template-columns: repeat(3, 1fr); }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; width: 100%; }
  th, td { padding: 2pt 5pt 2pt 0; overflow-wrap: anywhere; }
  th.n, td.n { padding: 2pt 0 2pt 6pt; white-space: normal; overflow-wrap: normal; }
  tbody th, td:not(.n) { min-width: 0; }
  figure > svg { max-width: none; }
  .breach::details-content { content-visibility: visible; block-size: auto; }
}
`;
