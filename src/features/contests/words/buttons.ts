import type { Lang } from '../../../base/words.ts'
import type { Button } from '../../../content/content.ts'
import type { Contest } from '../contest.ts'

type Named = Pick<Contest, 'id' | 'name'>

export function standingButton({ id, name }: Named, lang: Lang): Button {
  const words = { zh: `/竞赛 ${name}`, en: `/contest ${name}` }[lang]
  return { id: 'contests.show', label: { zh: '看战况', en: 'How it stands' }[lang], words, value: id }
}

export function cardButton({ id, name }: Named, lang: Lang): Button {
  const words = { zh: `/竞赛 卡片 ${name}`, en: `/contest card ${name}` }[lang]
  return { id: 'contests.card', label: { zh: '我的卡片', en: 'My card' }[lang], words, value: id }
}

export function proofButton({ id, name }: Named, lang: Lang): Button {
  const words = { zh: `/竞赛 依据 ${name}`, en: `/contest proof ${name}` }[lang]
  return { id: 'contests.proof', label: { zh: '怎么算的', en: 'How it was counted' }[lang], words, value: id }
}

export function newButton(lang: Lang): Button {
  const words = { zh: '/竞赛 新建', en: '/contest new' }[lang]
  return { id: 'contests.new', label: { zh: '新建竞赛', en: 'New contest' }[lang], words }
}
