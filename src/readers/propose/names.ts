import { chineseColumns } from '../chinese-columns.ts';

/** What a column can be: the id, an event of the case, an attribute, or a column of a log with a row per event. */
export interface Role {
  readonly part: 'id' | 'event' | 'attribute' | 'timestamp' | 'activity' | 'by';
  readonly name: string;
}

type Names = Readonly<Record<string, string>>;

const ids =
  'id caseconceptname ticketid ticketnumber ticketno ticket caseid casenumber caseno case number incidentnumber issuekey key uniquekey servicerequestid caseenquiryid requestid referencenumber';

const events: Names = {
  received:
    'createdat createdtime createddate created createdon creationdate opened openedat opendt opendate openedtime openeddate datereceived receivedat receiveddate srcreatedate adddate reportedat submittedat datecreated dateopened requestdatetime createdate',
  acknowledged: 'acknowledgedat acknowledged dateacknowledged datesenttocompany',
  assigned: 'assignedat initiallyassignedat dateassigned',
  replied:
    'firstreplyat firstresponseat firstrespondedat initialresponsetime repliedat respondedat firstresponsetime replydate',
  progressed: 'progressedat',
  paused: 'pausedat onholdat',
  resumed: 'resumedat',
  proposed: 'proposedat',
  rejected: 'rejectedat',
  reopened: 'reopenedat',
  resolved:
    'resolvedat resolved resolvedtime resolveddate resolutiondate solvedat dateresolved completedat completeddate completiondate',
  told: 'toldat',
  closed: 'closedat closed closedtime closeddate closedt closeddt dateclosed closedon',
  withdrawn: 'withdrawnat cancelledat canceledat',
  'return-visited': 'returnvisitedat followedupat',
  answered: 'answeredat',
  abandoned: 'abandonedat',
};

const attributes: Names = {
  kind: 'tickettype type issuetype casetype complainttype requesttype srtype',
  channel: 'channel source via channeltype contacttype submittedvia receivedvia origin',
  customer: 'customer customerid requester requesterid reporter callerid contact account client',
  subject: 'subject summary shortdescription title casetitle issue',
  priority: 'priority',
  complexity: 'complexity',
  department: 'department group assignmentgroup agency team responsiblesection',
  agent: 'assignee agent assignedto owner',
  repeatOf: 'parentcase relatedcase',
  satisfaction: 'satisfaction satisfactionscore satisfactionrating csat',
  promisedAt: 'duedate duebytime dueby duetime targetdate slatargetdt servicedueat serviceduedate target',
  status: 'status casestatus incidentstate',
};

const logs: Readonly<Record<'timestamp' | 'activity' | 'by', string>> = {
  timestamp:
    '操作时间 事件时间 发生时间 时间 timestamp completetimestamp timetimestamp eventtime datetime sysupdatedat',
  activity:
    '操作 环节 节点 动作 活动 事件 操作类型 activity conceptname event action eventtype status incidentstate',
  by: '操作人 执行人 resource orgresource actor user performedby sysupdatedby',
};

const roles = new Map<string, Role>();
const logRoles = new Map<string, Role>();
const enter = (into: Map<string, Role>, names: string, role: Role) => {
  for (const name of names.split(' ')) if (!into.has(plain(name))) into.set(plain(name), role);
};
for (const [name, names] of Object.entries(chineseColumns)) {
  const part = name === 'id' ? 'id' : name in events ? 'event' : 'attribute';
  enter(roles, names.join(' '), { part, name });
}
for (const [name, names] of Object.entries(events)) enter(roles, names, { part: 'event', name });
for (const [name, names] of Object.entries(attributes)) enter(roles, names, { part: 'attribute', name });
enter(roles, ids, { part: 'id', name: 'id' });
for (const part of ['timestamp', 'activity', 'by'] as const)
  enter(logRoles, logs[part], { part, name: part });

/** A name without case, spaces and punctuation. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a column is by its name; `undefined` if the name says nothing. */
export const roleOf = (column: string): Role | undefined => roles.get(plain(column));

/** The same, in a table with a row per event. */
export const logRoleOf = (column: string): Role | undefined => logRoles.get(plain(column));

/** The event that a word of a log stands for, such as `Resolved` or `办结`; `undefined` if it is none of ours. */
export function eventOf(activity: string): string | undefined {
  const role =
    roles.get(plain(activity)) ?? roles.get(`${plain(activity)}时间`) ?? roles.get(`${plain(activity)}at`);
  return role?.part === 'event' ? role.name : undefined;
}
