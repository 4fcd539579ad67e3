/** How the market's service desk looks and behaves. */
export const manners = [
  { item: 'uniform' },
  { item: 'badge' },
  { item: 'grooming' },
  { item: 'posture' },
  { item: 'greeting-on-arrival' },
  { item: 'seat-and-company-while-waiting' },
  { item: 'farewell' },
  { item: 'caller-hangs-up-first' },
  { item: 'calls-recorded-completely' },
  { item: 'confidentiality' },
  { item: 'no-quarrel' },
  { item: 'forms-exact' },
];

/** What the agents of the desk shouldn't say. */
export const wordsToAvoid: readonly string[] = [
  'I think',
  'I don’t know',
  "I don't know",
  'I do not know',
  'not our job',
  'sort it out yourself',
  'we only do',
  '我认为',
  '我認為',
  '我觉得',
  '我覺得',
  '我想，',
  '我不知道',
  '不是我们的工作',
  '不是我們的工作',
  '不归我们管',
  '不歸我們管',
  '你自己解决',
  '你自己解決',
  '您自己解决',
  '您自己解決',
  '自己去解决',
  '自己去解決',
  '我们只负责',
  '我們只負責',
];

/** Five lines to say instead, each in its situation. */
export const wordsPreferred = [
  { situation: 'own-view', any: ['by the rules', '按规定', '按規定'] },
  {
    situation: 'not-known',
    any: [
      'I’ll ask and come back to you',
      "I'll ask and come back to you",
      'I will ask and come back to you',
      '我问一下再回复您',
      '我問一下再回覆您',
      '我問一下再回復您',
    ],
  },
  { situation: 'not-our-job', any: ['put you in touch with', '帮您联系负责', '幫您聯繫負責'] },
  { situation: 'self-help', any: ['sort it out with you', '协助您解决', '協助您解決'] },
  { situation: 'limits', any: ['what I can do for you', '我可以为您', '我可以為您'] },
];
