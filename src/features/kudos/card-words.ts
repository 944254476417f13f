import type { Lang, Words } from '../../base/words.ts'
import { content, heading, mention, quiet, type Spanlike, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import type { TeamMember } from '../team/members.ts'

interface Card {
  readonly giver: string
  readonly receivers: readonly Pick<TeamMember, 'memberId' | 'name'>[]
  readonly reason: string
  readonly tags: readonly string[]
}

/** What the group hears. */
export function cardContent({ giver, receivers, reason, tags }: Card, lang: Lang): Content {
  const names = receivers.flatMap(({ memberId, name }, at): Spanlike[] => [
    ...(at === 0 ? [] : [{ zh: '、', en: ', ' }[lang]]),
    mention({ id: memberId, name }),
  ])
  const from = { zh: `来自 ${giver}`, en: `From ${giver}` }[lang]
  return content(
    lang,
    heading({ zh: '👏 表扬', en: '👏 Kudos' }[lang]),
    text(...names, { zh: '：', en: ': ' }[lang], reason),
    quiet([from, tagWords(tags)].filter(part => part !== '').join(' · ')),
  )
}

export function tagWords(tags: readonly string[]): string {
  return tags.map(tag => `#${tag}`).join(' ')
}

/** What is left of a card that was taken back. */
export function withdrawnCard(giver: string, lang: Lang): Content {
  return content(lang, text({ zh: `${giver} 撤回了一条表扬`, en: `${giver} took kudos back` }[lang]))
}

export function whyCard(giver: string): Words {
  return { zh: `${giver} 用 /表扬 发出`, en: `${giver} gave it with /kudos` }
}

export function whyWithdrawn(giver: string): Words {
  return { zh: `${giver} 撤回了这条表扬`, en: `${giver} took it back with /kudos undo` }
}
