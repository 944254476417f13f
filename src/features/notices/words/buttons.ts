import type { Lang } from '../../../base/words.ts'
import type { Button } from '../../../content/content.ts'
import type { Notice } from '../notice.ts'

type Called = Pick<Notice, 'number'>

export function readButton({ number }: Called, lang: Lang): Button {
  const words = { zh: `/通知 ${number} 收到`, en: `/notice ${number} ok` }[lang]
  const label = { zh: '我已读', en: 'I have read it' }[lang]
  return { id: 'notices.read', label, words, value: String(number), style: 'primary' }
}

export function readersButton({ number }: Called, lang: Lang): Button {
  const words = { zh: `/通知 ${number}`, en: `/notice ${number}` }[lang]
  return { id: 'notices.show', label: { zh: '谁看过', en: 'Who has read it' }[lang], words, value: String(number) }
}

export function withdrawButton({ number }: Called, lang: Lang): Button {
  const words = { zh: `/通知 ${number} 撤回`, en: `/notice ${number} withdraw` }[lang]
  const label = { zh: '撤回', en: 'Withdraw' }[lang]
  return { id: 'notices.withdraw', label, words, value: String(number), style: 'danger' }
}

export function newButton(lang: Lang): Button {
  const words = { zh: '/通知 新建', en: '/notice new' }[lang]
  return { id: 'notices.new', label: { zh: '发通知', en: 'New notice' }[lang], words }
}
