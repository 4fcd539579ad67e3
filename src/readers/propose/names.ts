/** What a column can be: the id, an event of the case, an attribute, or a column of a log with a row per event. */
export interface Role {
  readonly part: 'id' | 'event' | 'attribute' | 'timestamp' | 'activity' | 'by';
  readonly name: string;
}

type Names = Readonly<Record<string, string>>;

const ids =
  '工单编号 工单号 工单ID 编号 单号 受理编号 受理单号 案件编号 案件号 投诉编号 留言编号 服务单号 流水号 id caseconceptname ticketid ticketnumber ticketno ticket caseid casenumber caseno case number incidentnumber issuekey key uniquekey servicerequestid caseenquiryid requestid referencenumber';

const events: Names = {
  received:
    '受理时间 创建时间 提交时间 登记时间 来电时间 留言时间 投诉时间 报修时间 建单时间 发起时间 进线时间 接单时间 申请时间 createdat createdtime createddate created createdon creationdate opened openedat opendt opendate openedtime openeddate datereceived receivedat receiveddate srcreatedate adddate reportedat submittedat datecreated dateopened requestdatetime createdate',
  acknowledged:
    '告知受理时间 受理告知时间 确认时间 acknowledgedat acknowledged dateacknowledged datesenttocompany',
  assigned: '派单时间 分派时间 分配时间 转派时间 assignedat initiallyassignedat dateassigned',
  replied:
    '首次响应时间 首次回复时间 首响时间 首次答复时间 响应时间 回复时间 答复时间 firstreplyat firstresponseat firstrespondedat initialresponsetime repliedat respondedat firstresponsetime replydate',
  progressed: '进展告知时间 进度告知时间 progressedat',
  paused: '挂起时间 暂停时间 pausedat onholdat',
  resumed: '恢复时间 解挂时间 resumedat',
  proposed: '方案提出时间 方案时间 proposedat',
  rejected: '客户不认可时间 rejectedat',
  reopened: '重开时间 重新打开时间 reopenedat',
  resolved:
    '办结时间 解决时间 完成时间 处理完成时间 完结时间 处理时间 办理完成时间 resolvedat resolved resolvedtime resolveddate resolutiondate solvedat dateresolved completedat completeddate completiondate',
  told: '告知客户时间 反馈客户时间 告知时间 toldat',
  closed:
    '关闭时间 归档时间 结案时间 结单时间 closedat closed closedtime closeddate closedt closeddt dateclosed closedon',
  withdrawn: '撤单时间 撤销时间 withdrawnat cancelledat canceledat',
  'return-visited': '回访时间 returnvisitedat followedupat',
  answered: '接听时间 接通时间 answeredat',
  abandoned: '放弃时间 abandonedat',
};

const attributes: Names = {
  kind: '业务类型 工单类型 诉求类型 类型 分类 tickettype type issuetype casetype complainttype requesttype srtype',
  channel:
    '渠道 来源 受理渠道 来源渠道 受理方式 channel source via channeltype contacttype submittedvia receivedvia origin',
  customer:
    '客户 客户编号 客户名称 客户姓名 用户 留言用户 联系人 customer customerid requester requesterid reporter callerid contact account client',
  subject: '主题 标题 工单标题 工单主题 subject summary shortdescription title casetitle issue',
  priority: '优先级 紧急程度 priority',
  complexity: '复杂程度 难易程度 complexity',
  department:
    '部门 责任部门 承办部门 承办单位 处理部门 department group assignmentgroup agency team responsiblesection',
  agent: '经办人 处理人 客服 坐席 坐席工号 责任人 assignee agent assignedto owner',
  repeatOf: '关联原工单 原工单号 关联工单 parentcase relatedcase',
  satisfaction: '满意度 评价 满意度评价 satisfaction satisfactionscore satisfactionrating csat',
  promisedAt:
    '承诺时间 截止时间 办理时限 要求完成时间 到期时间 duedate duebytime dueby duetime targetdate slatargetdt servicedueat serviceduedate target',
  status: '状态 工单状态 status casestatus incidentstate',
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
