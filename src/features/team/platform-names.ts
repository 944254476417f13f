import type { Lang, Words } from '../../base/words.ts'

/** What people call the platforms; one that is not here goes by our own name for it. */
const names: ReadonlyMap<string, Words> = new Map([
  ['room', { zh: '演练群', en: 'the Room' }],
  ['slack', { zh: 'Slack', en: 'Slack' }],
  ['dingtalk', { zh: '钉钉', en: 'DingTalk' }],
  ['wecom', { zh: '企业微信', en: 'WeCom' }],
  ['mail', { zh: '邮件', en: 'e-mail' }],
])

export const namedPlatforms: readonly string[] = [...names.keys()]

export function platformName(platform: string, lang: Lang): string {
  return names.get(platform)?.[lang] ?? platform
}

/** Every way in which somebody may write it. */
export function spellingsOf(platform: string): readonly string[] {
  const { zh, en } = names.get(platform) ?? { zh: platform, en: platform }
  return [...new Set([platform, zh, en])]
}
