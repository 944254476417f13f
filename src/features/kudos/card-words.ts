import type { Lang, Words } from '../../base/words.ts'
import { content, heading, mention, quiet, type Spanlike, text } from '../../content/build.ts'
import type { Block, Content } from '../../content/content.ts'
import type { TeamMember } from '../team/members.ts'

export interface Card {
  readonly giver: string
  readonly receivers: readonly Pick<TeamMember, 'memberId' | 'name'>[]
  readonly reason: string
  readonly tags: readonly string[]
}

export const cardTitle: Words = { zh: '👏 表扬', en: '👏 Kudos' }

/** What the group hears; the picture says the same. */
export function cardContent({ giver, receivers, reason, tags }: Card, picture: Block | null, lang: Lang): Content {
  const names = receivers.flatMap(({ memberId, name }, at): Spanlike[] => [
    ...(at === 0 ? [] : [{ zh: '、', en: ', ' }[lang]]),
    mention({ id: memberId, name }),
  ])
  return content(
    lang,
    heading(cardTitle[lang]),
    picture,
    text(...names, { zh: '：', en: ': ' }[lang], reason),
    quiet([fromWords(giver, lang), tagWords(tags)].filter(part => part !== '').join(' · ')),
  )
}

export function fromWords(giver: string, lang: Lang): string {
  return { zh: `来自 ${giver}`, en: `From ${giver}` }[lang]
}

/** What the picture shows, for those who cannot see it; the words stand below it. */
export function cardPictureWords({ receivers }: Card, lang: Lang): string {
  const names = receivers.map(({ name }) => name).join({ zh: '、', en: ', ' }[lang])
  return { zh: `图：表扬 ${names}`, en: `Picture: kudos to ${names}` }[lang]
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
