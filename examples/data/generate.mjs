// @ts-check
// Makes tickets.csv, the SYNTHETIC export of a service desk that doesn't exist. No line of it comes from a real customer.
//
//   node examples/data/generate.mjs        writes tickets.csv beside this file
//   node examples/data/generate.mjs -      writes it to standard output
//
// Seeded, and built on whole numbers and basic arithmetic only, so that every run gives the same bytes on any machine.
// What is wrong in it on purpose stands in `spoil` below and in README.md.
// One file, longer than others, because all its parts draw from one stream of random numbers, in this order: calendar,
// draws, arrivals, what a case is, what happens to it, what is spoilt, the file.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';

/** Wall time of the desk as ms since 1970-01-01T00:00 on the wall; Asia/Shanghai has had no shift since 1991. */
/** @typedef {number} Wall */
/** @typedef {Record<string, string>} Row */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const FIRST = Date.UTC(2025, 7, 1);
/** The moment of the export: nothing later is in it. */
const EXPORT = Date.UTC(2026, 9, 1);

const columns = [
  '工单编号',
  '受理时间',
  '渠道',
  '业务类型',
  '客户',
  '主题',
  '复杂程度',
  '接听时间',
  '放弃时间',
  '告知受理时间',
  '首次响应时间',
  '电话/在线联系时间',
  '联系方式',
  '进展告知时间',
  '验货时间',
  '挂起时间',
  '恢复时间',
  '方案提出时间',
  '客户不认可时间',
  '重开时间',
  '退款时间',
  '换货时间',
  '办结时间',
  '告知客户时间',
  '撤单时间',
  '关闭时间',
  '关联原工单',
  '回访时间',
  '满意度',
  '经办人',
  '部门',
  '备注',
];

/** Days off and make-up working days of the State Council's schedules for 2025 and 2026. */
const off = new Set([
  ...span('2025-10-01', 8),
  ...span('2026-01-01', 3),
  ...span('2026-02-15', 9),
  ...span('2026-04-04', 3),
  ...span('2026-05-01', 5),
  ...span('2026-06-19', 3),
  ...span('2026-09-25', 3),
]);
const makeUp = new Set([
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
]);

/** @param {string} from @param {number} days */
function span(from, days) {
  const start = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) => dateOf(start + index * DAY));
}

/** @param {Wall} wall */
function dateOf(wall) {
  return new Date(wall).toISOString().slice(0, 10);
}

/** @param {Wall} wall */
function isWorkday(wall) {
  const date = dateOf(wall);
  const weekday = new Date(wall).getUTCDay();
  return makeUp.has(date) || (weekday !== 0 && weekday !== 6 && !off.has(date));
}

/** @param {Wall} wall */
const midnight = (wall) => Math.floor(wall / DAY) * DAY;

// --- chance -----------------------------------------------------------------------------------------------------

/** mulberry32: 32 bits of state, the same sequence everywhere. @param {number} seed */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let random = mulberry32(0);

/** @param {number} share */
const chance = (share) => random() < share;

/** @template T @param {readonly T[]} list @returns {T} */
const pick = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);

/** @template T @param {readonly (readonly [T, number])[]} weighted @returns {T} */
function pickWeighted(weighted) {
  let left = random() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  return /** @type {readonly [T, number]} */ (weighted[weighted.length - 1])[0];
}

/**
 * A draw from a distribution given by some of its quantiles, with straight lines between.
 * @param {readonly number[]} quantiles - share, value, share, value, ...
 */
function draw(quantiles) {
  const at = random();
  for (let index = 2; index < quantiles.length; index += 2) {
    const [before, low, share, value] = /** @type {[number, number, number, number]} */ (
      quantiles.slice(index - 2, index + 2)
    );
    if (at <= share) return low + ((at - before) / (share - before)) * (value - low);
  }
  return quantiles[quantiles.length - 1] ?? 0;
}

// --- working hours ------------------------------------------------------------------------------------------------

/** Replies are written by a duty desk every day from 08:30 to 21:00, solutions by an office on working days from 09:00 to 18:00. */
/** @typedef {{ open: number, close: number, on: (day: Wall) => boolean }} Hours */
const desk = { open: 8.5 * HOUR, close: 21 * HOUR, on: () => true };
const office = { open: 9 * HOUR, close: 18 * HOUR, on: isWorkday };

/** @param {Wall} from @param {number} amount @param {Hours} hours */
function addOpen(from, amount, hours) {
  let left = amount;
  let at = from;
  for (;;) {
    const day = midnight(at);
    const start = Math.max(at, day + hours.open);
    const end = day + hours.close;
    if (hours.on(day) && start < end) {
      if (left <= end - start) return start + left;
      left -= end - start;
    }
    at = day + DAY;
  }
}

/** How much slower everything goes: the backlog of a holiday takes a few working days. @param {Wall} wall */
function strain(wall) {
  const day = midnight(wall);
  if (off.has(dateOf(day))) return 1.6;
  for (let back = 1; back <= 4; back += 1) {
    if (off.has(dateOf(day - back * DAY))) return 2.4 - 0.3 * back;
  }
  return 1;
}

// --- arrivals -----------------------------------------------------------------------------------------------------

/** Cases of an ordinary Wednesday; then by weekday from Sunday, and by hour of the day. */
const DAILY = 7.4;
const byWeekday = [0.55, 1.25, 1.12, 1, 1, 0.95, 0.65];
const byHour = [
  0.2, 0.1, 0.1, 0.1, 0.1, 0.2, 0.4, 0.9, 2.2, 5.2, 6.4, 5.4, 3.4, 3.9, 5.6, 6, 5, 3.6, 2.3, 2.1, 2.2, 1.7, 1,
  0.5,
];
const hours = byHour.reduce((sum, weight) => sum + weight, 0);

/** @param {Wall} day */
function load(day) {
  const date = dateOf(day);
  const weekday = isWorkday(day) ? Math.max(0.9, byWeekday[new Date(day).getUTCDay()] ?? 1) : 0.6;
  const season = date.slice(5, 7) === '11' ? 1.35 : date.slice(5, 7) === '06' ? 1.2 : 1;
  const holiday = off.has(date) ? 0.55 : strain(day) > 1 ? 1.45 : 1;
  return DAILY * weekday * season * holiday;
}

/** Every ten minutes one case or none. @returns {Wall[]} */
function arrivals() {
  const found = [];
  for (let slot = FIRST; slot < EXPORT; slot += 10 * MINUTE) {
    const hour = Math.floor((slot % DAY) / HOUR);
    const expected = ((load(midnight(slot)) * (byHour[hour] ?? 0)) / hours) * (1 / 6);
    if (chance(expected)) found.push(slot + Math.floor(random() * 600) * 1000);
  }
  return found;
}

// --- cases --------------------------------------------------------------------------------------------------------

const products = [
  '纯棉四件套',
  '羊毛围巾',
  '桑蚕丝被',
  '亚麻窗帘',
  '毛巾礼盒',
  '法兰绒毛毯',
  '针织衫面料',
  '涤纶里布',
  '牛仔布',
  '提花桌布',
];
/** @type {Record<string, readonly string[]>} */
const subjects = {
  咨询: ['洗涤方法咨询', '面料成分咨询', '批量采购报价咨询', '尺寸与缩水率咨询', '发票开具咨询'],
  查询: ['物流进度查询', '订单状态查询', '退款进度查询'],
  投诉: [
    '起球严重',
    '色差明显',
    '收到时有污渍',
    '开线脱缝',
    '发货延迟',
    '客服态度',
    '尺寸与描述不符',
    '掉色染到其他衣物',
  ],
  退货: ['七天无理由退货', '质量问题退货', '错发退货'],
  换货: ['换尺码', '换颜色', '质量问题换货'],
  维修: ['锁边返修', '拉链更换', '补色返修'],
  建议: ['建议增加大尺码', '建议改进包装', '建议增加夜间在线客服'],
};
const agents = ['王芳', '李伟', '张敏', '刘洋', '陈静', '杨磊', '赵丽', '周强', '吴婷', '孙浩'];
/** @type {Record<string, readonly string[]>} */
const departments = {
  咨询: ['客户服务部'],
  查询: ['客户服务部', '物流部'],
  投诉: ['客户服务部', '品质部', '物流部'],
  退货: ['售后部'],
  换货: ['售后部'],
  维修: ['售后部', '品质部'],
  建议: ['市场部'],
};

/** @type {readonly (readonly [string, number])[]} */
const kinds = [
  ['咨询', 44],
  ['查询', 9],
  ['投诉', 22],
  ['退货', 9],
  ['换货', 8],
  ['维修', 5],
  ['建议', 3],
];

/** @param {Wall} wall @param {string} kind */
function channelAt(wall, kind) {
  const hour = (wall % DAY) / HOUR;
  const staffed = hour >= 8.5 && hour < 21;
  const visits = staffed && isWorkday(wall) && hour >= 9 && hour < 18;
  return pickWeighted([
    ['电话', staffed ? 30 : 0],
    ['在线', staffed ? 27 : 4],
    ['邮件', 20],
    ['网站', kind === '退货' || kind === '换货' ? 30 : 14],
    ['来访', visits ? 5 : 0],
  ]);
}

/** Minutes of the duty desk until the first reply, until a phone call back; office minutes until a proposal, until goods are inspected. */
const replyMinutes = [0, 3, 0.35, 30, 0.6, 110, 0.8, 260, 0.93, 600, 0.985, 820, 1, 2400];
const contactMinutes = [0, 10, 0.4, 160, 0.75, 520, 0.93, 1150, 0.98, 1600, 1, 3600];
const solutionMinutes = [0, 60, 0.3, 500, 0.65, 1250, 0.88, 2300, 0.96, 3200, 1, 6500];
const inspectionMinutes = [0, 120, 0.5, 700, 0.9, 1400, 1, 2200];
const refundMinutes = [0, 40, 0.5, 420, 0.88, 1050, 0.97, 1500, 1, 3000];
const exchangeMinutes = [0, 200, 0.5, 1100, 0.9, 2100, 0.97, 2700, 1, 4600];
const ringSeconds = [0, 3, 0.5, 18, 0.85, 60, 0.955, 165, 1, 420];

/** @param {Wall} from @param {readonly number[]} minutes @param {Hours} hours */
const after = (from, minutes, hours) =>
  Math.floor(addOpen(from, draw(minutes) * strain(from) * MINUTE, hours) / 1000) * 1000;

/** @param {Wall} from @param {readonly number[]} minutes */
const soonAfter = (from, minutes) => from + Math.floor(draw(minutes) * 60) * 1000;

/** Whether a caller hangs up in the queue, more often when everything is slow; called back later. @param {Wall} received */
const givesUp = (received) => spread(received) < 0.06 * strain(received) ** 2;

/** The same fraction of 1 for the same instant. @param {Wall} wall */
const spread = (wall) => (Math.imul(wall / 1000, 2_654_435_761) >>> 0) / 2 ** 32;

/**
 * One case with its events as wall times, later than the export or not.
 * @param {Wall} received
 * @param {string} id
 * @returns {{ row: Row, at: Record<string, Wall> }}
 */
function makeCase(received, id) {
  const kind = pickWeighted(kinds);
  const channel = channelAt(received, kind);
  const product = pick(products);
  /** @type {Row} */
  const row = {
    工单编号: id,
    渠道: channel,
    业务类型: kind,
    客户: `C${String(10_000 + Math.floor(random() * 4200))}`,
    主题: `${product}：${pick(subjects[kind] ?? [])}`,
    复杂程度: chance(kind === '投诉' ? 0.35 : 0.18) ? '复杂' : '简单',
    经办人: pick(agents),
    部门: pick(departments[kind] ?? []),
  };
  /** @type {Record<string, Wall>} */
  const at = { 受理时间: received };
  if (channel === '电话') {
    const ended = received + Math.floor(draw(ringSeconds)) * 1000;
    at[givesUp(received) ? '放弃时间' : '接听时间'] = ended;
  }
  if (kind === '投诉') handleComplaint(row, at);
  else if (kind === '退货' || kind === '换货') handleGoods(row, at);
  else handleInquiry(row, at);
  finish(row, at);
  return { row, at };
}

/** @param {Row} row @param {Record<string, Wall>} at */
function handleInquiry(row, at) {
  const received = /** @type {Wall} */ (at.受理时间);
  if (chance(0.012)) return; // forgotten
  const here = at.接听时间 !== undefined || row.渠道 === '来访';
  at.首次响应时间 = here
    ? soonAfter(at.接听时间 ?? received, [0, 0, 1, 1])
    : after(received, replyMinutes, desk);
  const replied = at.首次响应时间;
  if (row.复杂程度 === '简单') {
    at.办结时间 = soonAfter(replied, [0, 1, 0.7, 12, 1, 90]);
    return;
  }
  at.进展告知时间 = chance(0.96)
    ? after(replied, [0, 5, 0.9, 200, 1, 700], desk)
    : after(replied, [0, 900, 1, 2400], desk);
  at.办结时间 = after(replied, [0, 30, 0.6, 420, 0.93, 1150, 1, 2600], desk);
}

/** @param {Row} row @param {Record<string, Wall>} at */
function handleComplaint(row, at) {
  const received = /** @type {Wall} */ (at.受理时间);
  if (chance(0.015)) return; // never answered
  const onPhone = row.渠道 === '电话';
  at.告知受理时间 =
    at.接听时间 !== undefined ? soonAfter(at.接听时间, [0, 2, 1, 8]) : after(received, replyMinutes, desk);
  at.首次响应时间 = soonAfter(at.告知受理时间, [0, 0, 0.7, 0, 1, 240]);
  if (chance(onPhone ? 0.7 : 0.975)) {
    at['电话/在线联系时间'] = after(received, contactMinutes, desk);
    row.联系方式 = chance(0.78) ? '电话' : '在线';
  }
  if (chance(0.03)) {
    at.撤单时间 = after(received, [0, 200, 1, 3000], desk);
    return;
  }
  let ready = after(received, solutionMinutes, office);
  if (chance(0.17)) {
    // Waiting for the customer's photographs or the goods.
    at.挂起时间 = after(received, [0, 30, 1, 400], office);
    at.恢复时间 = soonAfter(at.挂起时间, [0, 300, 0.6, 2900, 1, 8600]);
    ready = addOpen(at.恢复时间, draw([0, 60, 0.8, 1100, 1, 2200]) * MINUTE, office);
  }
  at.方案提出时间 = ready;
  if (chance(0.14)) {
    at.客户不认可时间 = soonAfter(ready, [0, 20, 1, 1500]);
    ready = after(at.客户不认可时间, [0, 200, 0.7, 1000, 1, 2600], office);
  }
  at.办结时间 = after(ready, [0, 10, 0.8, 240, 1, 900], office);
  if (chance(0.035)) {
    at.重开时间 = soonAfter(at.办结时间, [0, 600, 1, 7000]);
    at.办结时间 = after(at.重开时间, [0, 100, 0.8, 900, 1, 2400], office);
  }
  at.告知客户时间 = soonAfter(at.办结时间, [0, 2, 0.9, 60, 1, 600]);
}

/** @param {Row} row @param {Record<string, Wall>} at */
function handleGoods(row, at) {
  const received = /** @type {Wall} */ (at.受理时间);
  at.首次响应时间 =
    at.接听时间 !== undefined ? soonAfter(at.接听时间, [0, 0, 1, 2]) : after(received, replyMinutes, desk);
  if (chance(0.04)) {
    at.撤单时间 = soonAfter(at.首次响应时间, [0, 60, 1, 2000]);
    return;
  }
  const inspected = chance(0.9);
  if (inspected) at.验货时间 = after(received, inspectionMinutes, office);
  const from = at.验货时间 ?? at.首次响应时间;
  const done = after(from, row.业务类型 === '退货' ? refundMinutes : exchangeMinutes, office);
  at[row.业务类型 === '退货' ? '退款时间' : '换货时间'] = done;
  at.办结时间 = done;
  at.告知客户时间 = soonAfter(done, [0, 1, 0.9, 45, 1, 1400]);
}

/** The return visit with its score, and the close. @param {Row} row @param {Record<string, Wall>} at */
function finish(row, at) {
  const resolved = at.办结时间;
  if (resolved === undefined) return;
  at.关闭时间 = after(resolved, [0, 300, 1, 1700], office);
  if (!chance(row.业务类型 === '投诉' ? 0.7 : 0.38)) return;
  at.回访时间 = after(resolved, [0, 200, 1, 2600], office);
  const unhappy = row.业务类型 === '投诉' ? 3 : 1;
  row.满意度 = pickWeighted([
    ['非常满意', 30],
    ['满意', 52],
    ['基本满意', 6 * unhappy],
    ['不满意', 3 * unhappy],
    ['未评价', 4],
  ]);
}

// --- the export -----------------------------------------------------------------------------------------------------

/** @param {Wall} wall */
const stamp = (wall) => new Date(wall).toISOString().slice(0, 19).replace('T', ' ');

/** As a spreadsheet writes it after somebody saved the file there. @param {Wall} wall */
function slashStamp(wall) {
  const date = new Date(wall);
  const minute = String(date.getUTCMinutes()).padStart(2, '0');
  return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()} ${date.getUTCHours()}:${minute}`;
}

/** Writes the events that had happened by the moment of the export into the row. @param {{ row: Row, at: Record<string, Wall> }} made @param {(wall: Wall) => string} write */
function writeStamps({ row, at }, write) {
  for (const [column, wall] of Object.entries(at)) if (wall < EXPORT) row[column] = write(wall);
  if (row.回访时间 === undefined) delete row.满意度;
  if (row['电话/在线联系时间'] === undefined) delete row.联系方式;
  return row;
}

/** @returns {Row[]} */
function makeRows() {
  /** @type {Map<string, number>} */
  const perDay = new Map();
  /** @type {{ row: Row, at: Record<string, Wall> }[]} */
  const cases = arrivals().map((received) => {
    const date = dateOf(received).replaceAll('-', '');
    const number = (perDay.get(date) ?? 0) + 1;
    perDay.set(date, number);
    return makeCase(received, `GD${date}${String(number).padStart(3, '0')}`);
  });
  linkRepeats(cases);
  // Two weeks in March went through a spreadsheet, which left its own date style.
  const from = Date.UTC(2026, 2, 9);
  return cases.map((made) => {
    const received = /** @type {Wall} */ (made.at.受理时间);
    return writeStamps(made, received >= from && received < from + 4 * DAY ? slashStamp : stamp);
  });
}

/** Complaints about a matter that was complained of before: same customer, goods and department. @param {{ row: Row, at: Record<string, Wall> }[]} cases */
function linkRepeats(cases) {
  const complaints = cases.filter(({ row }) => row.业务类型 === '投诉');
  complaints.forEach((again, index) => {
    if (index < 20 || !chance(0.021)) return;
    const first = /** @type {{ row: Row }} */ (complaints[index - 2 - Math.floor(random() * 15)]);
    again.row.关联原工单 = first.row.工单编号 ?? '';
    for (const column of ['客户', '主题', '部门']) again.row[column] = first.row[column] ?? '';
  });
}

/**
 * The rows that are wrong or odd on purpose. Each replaces a row of the export, or is put after it.
 * The numbers are those of README.md.
 * @param {Row[]} rows
 * @returns {(Row | string[])[]}
 */
function spoil(rows) {
  /** @type {(Row | string[])[]} */
  const all = [...rows];
  /** @type {[number, (row: Row, cells: string[]) => (Row | string[])[]][]} */
  const faults = [
    [150, (row) => [{ ...row, 受理时间: '2025-02-30 10:12:00' }]], // 1
    [300, (row) => [{ ...row, 受理时间: '2025-09-31 16:40:00' }]], // 2
    [430, (row) => [{ ...row, 首次响应时间: '2025-10-09 25:10:00' }]], // 3
    [560, (row) => [{ ...row, 受理时间: '05.11.2025 14:20' }]], // 4
    [690, (row) => [{ ...row, 受理时间: '13/11/2025 09:15' }]], // 5
    [820, (row) => [{ ...row, 受理时间: '46003.4375' }]], // 6
    [900, (row) => [{ ...row, 受理时间: '２０２５-１２-２０ １０:００:００' }]], // 7
    [1000, (row) => [{ ...row, 办结时间: '待定' }]], // 8
    [1130, (row) => [{ ...row, 渠道: '抖音私信' }]], // 9
    [1260, (row) => [{ ...row, 业务类型: '其它' }]], // 10
    [1390, (row) => [{ ...row, 工单编号: '' }]], // 11
    [1450, (row) => [{ ...row, 工单编号: ' ' }]], // 12
    [1580, (_, cells) => [cells.slice(0, 19)]], // 13
    [1710, (_, cells) => [[...cells.slice(0, 6), '急', ...cells.slice(6, -1), '请尽快']]], // 14
    [1840, (row) => [row, row]], // 15
    [1970, (row) => [row, row]], // 16
    [2100, (row) => [row, { ...row, 主题: '同号异单：重复使用的编号', 客户: 'C99999' }]], // 17
    [2230, (row) => [{ ...row, 业务类型: `投${GARBLED}` }]], // 18
    [2360, (row) => [{ ...row, 主题: `羊毛围巾：${GARBLED}起球` }]], // 19
    [2490, (row) => [{ ...row, 首次响应时间: earlier(row.受理时间 ?? '') }]], // 20
    [2620, (row) => [{ ...row, 挂起时间: row.受理时间 ?? '', 恢复时间: '' }]], // 21
    [2700, (row) => [{ ...row, 关闭时间: '2062-08-01 09:00:00' }]], // 22
    [2760, (row) => [{ ...row, 备注: '客户来电补充：\n1）要求换货\r\n2）"尽快"回电, 谢谢' }]], // 23
  ];
  for (const [index, make] of faults.toReversed()) {
    const row = /** @type {Row} */ (rows[index]);
    all.splice(index, 1, ...make(row, cellsOf(row)));
  }
  return all;
}

/** Stands for a byte that is no GB18030. */
const GARBLED = '\uE000';

/** Forty minutes before a stamp. @param {string} text */
const earlier = (text) => stamp(Date.parse(`${text.replace(' ', 'T')}Z`) - 40 * MINUTE);

/** @param {Row} row */
const cellsOf = (row) => columns.map((column) => row[column] ?? '');

/** @param {string} cell */
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The whole file. */
export function generateTickets() {
  random = mulberry32(20_250_801);
  const rows = spoil(makeRows()).map((row) => (Array.isArray(row) ? row : cellsOf(row)));
  const text = [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  return Buffer.concat(
    text
      .split(GARBLED)
      .flatMap((part, index) => [...(index > 0 ? [Buffer.from([0xff])] : []), iconv.encode(part, 'gb18030')]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = generateTickets();
  if (process.argv[2] === '-') process.stdout.write(bytes);
  else writeFileSync(new URL('tickets.csv', import.meta.url), bytes);
}
