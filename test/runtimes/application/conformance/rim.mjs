// What the readers, the reports and the statements for databases make of fixed inputs.

const mapping = {
  rows: 'case',
  timeZone: 'America/New_York',
  id: 'id',
  attributes: { kind: { column: 'kind', values: { 投诉: 'complaint' }, otherwise: 'keep' }, note: 'note' },
  events: { received: { column: 'opened', format: ['yyyy-MM-dd HH:mm:ss', 'M/d/yyyy h:mm a'] } },
};
const table = [
  'id,kind,note,opened',
  '1,投诉,"two\nlines, and a comma",2026-03-08 02:30:00',
  '2,inquiry,,3/8/2026 11:59 PM',
  '3,inquiry,,2025-11-02 01:30:00',
  '4,inquiry,,2026-02-30 01:30:00',
  '5,inquiry,,',
].join('\r\n');

const sheet = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  sheet: '工单',
  headerRow: 4,
  id: '工单编号',
  attributes: { channel: '渠道', amount: '金额', promisedAt: { column: '承诺日期', type: 'date' } },
  events: { received: { column: '受理时间', format: ['yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm'] } },
};

/** What the renderers write of a report. */
export function reportResults({ renderBreachesCsv, renderHtml, renderMarkdown, renderText }, report) {
  return ['en', 'zh-CN'].map((locale) => [
    renderHtml(report, { locale }),
    renderText(report, { locale }),
    renderMarkdown(report, { locale }),
    renderBreachesCsv(report, { locale }),
  ]);
}

const year = { from: '2026-01-01', to: '2026-12-31' };

/** Statements for every database, calendars as rows, and a report of rows that a database counted. */
export function sqlResults({ calendarTables, compileSql, reportFromTallies }, { textileService: policy }) {
  const asOf = '2026-07-01T00:00:00+08:00';
  const tables = { cases: { table: 'cases', attributes: ['kind', 'channel', 'customer'] }, events: 'events' };
  const options = { tables, asOf, calendars: year, refused: 'leave-out', by: ['channel'] };
  return {
    compiled: ['duckdb', 'postgres', 'clickhouse'].map((dialect) =>
      compileSql(policy, { ...options, dialect }),
    ),
    calendar: calendarTables(policy.calendar, year),
    report: reportFromTallies(tallies(policy, Date.parse(asOf))),
  };
}

/** As three cases are counted of which one was late; whole numbers come as numbers, bigints or text. */
function tallies(policy, asOf) {
  const task = { format: 'duly-tallies/1', policies: policy, asOf, by: [], sliced: false, attributes: [] };
  const [{ id: name }] = policy.standards;
  return [
    { part: 'task', more: JSON.stringify(task) },
    { part: 'cases', n: 3 },
    { part: 'run', name, more: 'met', n: '2' },
    { part: 'run', name, more: 'late', n: 1n },
    ...['used', 'elapsed'].map((part) => ({
      ...{ part, name, slot: 1412, n: 3, high: 0, low: 216_000_000 },
      ...{ least: 70_000_000, most: 75_000_000 },
    })),
  ];
}

/** `tickets` are the bytes of a workbook. */
export async function readerResults({ mappings, parseMapping, proposeMapping, readCases }, tickets) {
  const listed = async (source, options) => {
    const results = [];
    for await (const result of readCases(source, options)) results.push(result);
    return results;
  };
  const bytes = new TextEncoder().encode(table);
  const packed = new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')));
  const gzip = new Uint8Array(await packed.arrayBuffer());
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7);
  };
  // 投诉 in GB18030.
  const gb18030 = new Uint8Array([
    ...ascii('id,kind,opened\n1,'),
    0xcd,
    0xb6,
    0xcb,
    0xdf,
    ...ascii(',2026-03-08 12:00:00'),
  ]);
  const { note, ...attributes } = mapping.attributes;
  const csv = { format: 'csv', mapping };
  return {
    text: await listed(table, csv),
    pieces: await listed(pieces(), csv),
    gzip: await listed(gzip, csv),
    gb18030: await listed(gb18030, {
      format: 'csv',
      mapping: { ...mapping, attributes, encoding: 'gb18030' },
    }),
    xlsx: await listed(tickets, { format: 'xlsx', mapping: sheet }),
    ndjson: await listed('{"id":"1","events":[]}\n{"id":2}\n', { format: 'ndjson' }),
    proposed: await proposeMapping(table, { format: 'csv' }),
    builtIn: Object.entries(mappings).map(([name, each]) => [name, parseMapping(each)]),
  };
}

const ascii = (text) => [...text].map((character) => character.charCodeAt(0));
