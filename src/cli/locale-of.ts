import type { Locale } from '../report/index.ts';

/** The language asked for, else that of the environment: Chinese or English. */
export function localeOf(
  asked: Locale | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return asked ?? (set?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
}
