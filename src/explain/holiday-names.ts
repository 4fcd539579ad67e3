/** What the Chinese notices call their days, and themselves, for readers of English. */
const names: readonly (readonly [chinese: string, english: string])[] = [
  ['国务院办公厅节假日安排', 'State Council holiday schedule'],
  ['抗日战争暨世界反法西斯战争胜利70周年纪念日', '70th anniversary of the end of the war'],
  ['“五一”国际劳动节', 'Labour Day'],
  ['“五一”', 'Labour Day'],
  ['“十一”', 'National Day'],
  ['元旦', "New Year's Day"],
  ['春节', 'Spring Festival'],
  ['清明节', 'Qingming Festival'],
  ['劳动节', 'Labour Day'],
  ['端午节', 'Dragon Boat Festival'],
  ['中秋节', 'Mid-Autumn Festival'],
  ['国庆节', 'National Day'],
  ['、', ' and '],
];

/** A holiday's or source's name in English where it is one of the Chinese schedule's, else as it stands. */
export function englishName(name: string): string {
  return names.reduce((text, [chinese, english]) => text.replaceAll(chinese, english), name);
}
