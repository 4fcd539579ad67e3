// What the core computes from fixed inputs: the same on every runtime, to the last byte. Imports nothing, so that
// whoever runs it chooses where the packages come from.

// Zones with all that zones do: half and quarter hours, dates left out, negative summer time, moves of the base offset.
// From 1990 to 2025, where editions of the zone data agree; what a government decides for later is another edition's.
const zones = [
  'UTC',
  'Africa/Cairo',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Hong_Kong',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Pyongyang',
  'Asia/Shanghai',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Pacific/Apia',
  'Pacific/Chatham',
];
const [begin, end] = [Date.UTC(1990, 0, 1), Date.UTC(2026, 0, 1)];
const HOUR = 3_600_000;

const day = ['09:00-12:30', '13:30-18:00'];
const week = { mon: day, tue: day, wed: day, thu: day, fri: ['08:00-12:00', '22:00-06:00'] };

/** The results of the core, by what they are about; plain data. */
export function coreResults({ duly, epoch, china, presets }) {
  return {
    zones: Object.fromEntries(zones.map((zone) => [zone, inZone(zone, duly, epoch)])),
    calendars: calendars(duly, china.china),
    dues: dues(duly, china.china),
    instants: instants(duly),
    presets: Object.fromEntries(
      Object.entries(presets.presets).map(([id, policy]) => [id, assessed(policy, duly)]),
    ),
    audit: audited(presets.textileService, duly),
    kpis: kpis(duly),
    errors: errors(duly),
  };
}

/** The same numbers everywhere: the generator of Park and Miller. */
function numbersFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

function inZone(timeZone, { defineCalendar, dueAt }, epoch) {
  const calendar = defineCalendar({ timeZone, week });
  const always = defineCalendar({ timeZone, week: 'always' });
  const next = numbersFrom(timeZone.length * 1000 + timeZone.charCodeAt(0));
  return Array.from({ length: 40 }, () => {
    const at = begin + next(end - begin - 400 * 24 * HOUR);
    const other = at + next(90 * 24 * HOUR);
    return [
      at,
      epoch.addWorkingTime(at, next(200 * HOUR), calendar),
      epoch.workingTimeBetween(at, other, calendar),
      epoch.nextWorkingTime(at, calendar),
      epoch.previousWorkingTime(at, calendar),
      epoch.isWorkingTime(at, calendar),
      dueAt(at, `${1 + next(20)} working days`, { calendar }).at.getTime(),
      // Midnights, which zones have left out and repeated.
      dueAt(at, `${1 + next(60)} days`, { calendar: always, counting: 'calendar-24-7' }).at.getTime(),
      dueAt(at, `${1 + next(6)} months`, { calendar, counting: 'rolling' }).at.getTime(),
    ];
  });
}

function calendars(duly, china) {
  const { addWorkingDays, compareCalendars, defineCalendar, dueAt, workingDaysBetween, workingIntervals } =
    duly;
  const office = defineCalendar({
    timeZone: 'Asia/Shanghai',
    week,
    holidays: [china(), '2026-12-24', { from: '2026-08-01', to: '2026-08-07' }, '*-06-24'],
    exceptions: { '2026-12-31': ['09:00-12:00'], '2026-02-28': 'working', '2026-03-02': 'closed' },
  });
  const nights = {
    timeZone: 'Asia/Shanghai',
    week: { fri: ['20:00-24:00'], sat: ['00:00-06:00', '21:00-03:00'] },
  };
  const range = { from: '2026-09-24T00:00:00+08:00', to: '2026-10-12T00:00:00+08:00' };
  const listed = (calendar) => [...workingIntervals(range, calendar)];
  const before = { ...office, holidays: [china()] };
  const later = { off: ['2027-01-01'], horizon: { to: '2027-12-28' }, revision: 'later' };
  return {
    json: office,
    intervals: listed(office),
    union: listed({ union: [office, nights] }),
    intersection: listed({
      intersect: [office, { ...nights, week: { fri: ['10:00-23:00'], tue: ['10:00-11:00'] } }],
    }),
    days: [-400, -1, 0, 1, 250, 5000].map((days) => addWorkingDays('2026-02-14', days, office)),
    between: workingDaysBetween('2007-01-01', '2026-12-31', office),
    moved: compareCalendars(before, { ...before, holidays: [china({ extend: later })] }, [
      dueAt('2026-12-30T10:00:00+08:00', '2 working days', { calendar: before }),
    ]),
  };
}

function dues({ countings, dueAt, explain, formatLimit, parseLimit }, china) {
  const calendar = { timeZone: 'Asia/Shanghai', week, holidays: [china()] };
  const limits = [
    '8.5 working hours',
    '5 working days',
    '10 days',
    '2 weeks',
    '1 month',
    '36 hours',
    'PT24H',
  ];
  const from = '2026-01-30T17:59:59.9999+08:00';
  const pauses = [['2026-02-03T10:00:00+08:00', '2026-02-05T10:00:00+08:00']];
  const told = (due) => ({
    ...due,
    en: explain(due, { locale: 'en' }),
    'zh-CN': explain(due, { locale: 'zh-CN' }),
  });
  return Object.keys(countings).flatMap((counting) =>
    limits.map((limit) => ({
      limit: parseLimit(limit),
      words: formatLimit(parseLimit(limit), 'zh-CN'),
      plain: told(dueAt(from, limit, { calendar, counting })),
      paused: told(dueAt(from, limit, { calendar, counting, pauses })),
    })),
  );
}

/** With Temporal where the runtime has it; what takes its place elsewhere has the same instant. */
function instants({ addWorkingTime, dueAt, isWorkingTime }) {
  const calendar = { timeZone: 'Europe/Berlin', week };
  const text = '2026-10-16T10:00:00Z';
  const { Temporal } = globalThis;
  const instant = Temporal?.Instant.from(text) ?? { epochMilliseconds: Date.parse(text) };
  const zoned = Temporal?.Instant.from(text).toZonedDateTimeISO('Europe/Berlin') ?? instant;
  return [instant, zoned, text, new Date(text), Date.parse(text), '2026-10-16T12:00:00.0001+02:00'].map(
    (at) => [
      addWorkingTime(at, '4 working hours', calendar),
      dueAt(at, '3 working days', { calendar }).at,
      isWorkingTime(at, calendar),
    ],
  );
}

/** Cases in which anything that the policy knows of happens, at any time. */
function casesFor(policy, count) {
  const next = numbersFrom(policy.id.length * 7919);
  const types = [...new Set(JSON.stringify(policy).match(/(?<=")[a-z]+(-[a-z]+)*(?=")/g))].sort();
  const usual = ['acknowledged', 'replied', 'progressed', 'told', 'resolved', 'paused', 'resumed', 'closed'];
  const some = (list) => list[next(list.length)];
  return Array.from({ length: count }, (_, index) => {
    const start = Date.UTC(2026, 0, 5) + next(200 * 24) * HOUR;
    const events = Array.from({ length: 3 + next(14) }, () => ({
      type: some(next(2) === 0 ? usual : types),
      at: start + next((1 + next(20)) * 24 * 60) * 60_000,
      by: some(['li', 'wang', 'zhao']),
    }));
    return {
      id: `C-${index}`,
      kind: some(['complaint', 'inquiry', 'repair', 'return', 'exchange']),
      channel: some(['phone', 'email', 'chat', 'visit']),
      customer: `K-${next(40)}`,
      complexity: some(['simple', 'complex']),
      department: some(['lab', 'legal', '质检部']),
      events: [{ type: 'received', at: start }, ...events],
    };
  });
}

const asOf = '2026-07-01T00:00:00+08:00';

function assessed(policy, { assess, explain, parsePolicy }) {
  const read = parsePolicy(JSON.parse(JSON.stringify(policy)));
  return casesFor(policy, 6).map((one) => {
    const assessment = assess(one, read, { asOf });
    const told = assessment.verdicts.map((verdict) => [
      explain(verdict, { locale: 'en' }),
      explain(verdict, { locale: 'zh-CN' }),
    ]);
    return { ...assessment, told };
  });
}

/** One report of all cases, and one of two halves that are merged: they say the same. */
function audited(policy, { attainable, createAudit }) {
  const cases = casesFor(policy, 160);
  const halves = [cases.slice(0, 70), cases.slice(70)].map((half) => {
    const audit = createAudit(policy, { asOf, groupBy: ['channel'] });
    for (const one of half) audit.add(one);
    return audit;
  });
  const whole = createAudit(policy, { asOf, groupBy: ['channel'] });
  for (const one of cases) whole.add(one);
  const [first, second] = halves;
  first.merge(JSON.parse(JSON.stringify(second.snapshot())));
  const [report, merged] = [whole.report(), first.report()];
  const limits = report.standards.filter(({ runs }) => runs > 0).map(({ id }) => attainable(report, id, 0.9));
  return { report, same: JSON.stringify(report) === JSON.stringify(merged), limits };
}

function kpis(duly) {
  const counts = { onTime: 80, late: 5, overdue: 5, pending: 10 };
  const calls = {
    answered: 870,
    abandoned: 130,
    answeredInTime: 700,
    abandonedInTime: 30,
    shortAbandoned: 10,
  };
  const rates = [
    ...['due', 'received', 'closed'].map((basis) => duly.timelinessRate(counts, { basis })),
    ...[1, 2, 3, 4, 5].map((formula) => duly.serviceLevel(calls, { formula })),
    duly.satisfactionRate({ satisfied: 140, basicallySatisfied: 20, surveyed: 201 }, { basicWeight: 0.3333 }),
    duly.repeatComplaintRate({ repeat: 7, total: 93 }, { denominator: 'excluding-repeats' }),
    duly.connectRate({ connected: 1, offered: 3 }),
    duly.replyRate({ replied: 0, received: 0 }),
  ];
  return rates.map((rate) => [rate, duly.meetsGoal(rate, '>= 88.9%')]);
}

/** What goes wrong, in the words in which it is told. */
function errors({ checkPolicy, defineCalendar, dueAt, parseLimit }) {
  const wrong = [
    () => parseLimit('5 dyas'),
    () => dueAt('2026-01-01 10:00', '5 days', { calendar: { timeZone: 'UTC', week } }),
    () => defineCalendar({ timeZone: 'Mars/Olympus', week }),
    () => defineCalendar({ timeZone: 'UTC', week: { mon: ['09:00-12:30', '12:00-18:00'] } }),
    () => dueAt(0, '1 working day', { calendar: { timeZone: 'UTC', week: {} } }),
  ];
  const thrown = wrong.map((run) => {
    try {
      return { value: run() };
    } catch ({ name, code, path, message, hint }) {
      return { name, code, path, message, hint };
    }
  });
  const standard = { id: 'a', kind: 'deadlin', from: 'recieved', within: '5 dyas' };
  return [...thrown, checkPolicy({ id: 'x', calender: {}, standards: [standard, standard] }).problems];
}
