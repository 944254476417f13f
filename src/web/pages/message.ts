import type { Lang } from '../../base/words.ts'
import type { FormValues } from '../../content/content.ts'
import { drawAvatar, drawBotAvatar } from './avatar.ts'
import { drawContent } from './blocks.ts'
import { h } from './dom.ts'
import { say } from './say.ts'
import type { Message, Person } from './shapes.ts'
import { showTime } from './zone.ts'

export type Act = (
  message: Message,
  actionId: string,
  given: { value?: string; values?: FormValues },
) => Promise<boolean>

export interface MessageDeps {
  readonly lang: Lang
  readonly zone: string
  readonly viewer: string
  readonly people: readonly Person[]
  /** In the direct chat every form is for its reader. */
  readonly isDirect: boolean
  readonly drafts: Map<string, FormValues>
  readonly act: Act
}

export function drawMessage(message: Message, deps: MessageDeps): HTMLElement {
  const { lang, zone, viewer, people } = deps
  const isBot = message.from === 'bot'
  const author = isBot
    ? { id: 'bot', name: say(lang, 'title') }
    : (people.find(person => person.id === message.from) ?? { id: message.from, name: message.from })
  const time = showTime(message.at, zone, lang)
  const kinds = ['message', isBot && 'bot', message.from === viewer && 'mine', isWhisper(message) && 'whisper']
  return h(
    'article',
    {
      class: kinds.filter(Boolean).join(' '),
      'aria-label': `${author.name} ${time}`,
      'data-id': message.id,
      'data-revision': message.revision,
    },
    isBot ? drawBotAvatar() : drawAvatar(author),
    h(
      'header',
      {},
      h('strong', {}, author.name),
      isBot ? h('span', { class: 'badge' }, say(lang, 'bot')) : null,
      h('time', { datetime: message.at }, time),
      isWhisper(message) ? h('span', { class: 'mark private' }, say(lang, 'onlyYou')) : null,
      isRevised(message) ? h('span', { class: 'mark' }, say(lang, 'revised')) : null,
    ),
    drawBody(message, deps),
  )
}

function drawBody(message: Message, deps: MessageDeps): HTMLElement {
  if (message.recalled) return h('div', { class: 'bubble recalled' }, say(deps.lang, 'recalled'))
  const { content, sizes = {} } = message
  if (content === null) return h('div', { class: 'bubble said' }, message.text)
  const openForms = deps.isDirect || isWhisper(message)
  const act = deps.act.bind(null, message)
  const blocks = drawContent(content, { ...deps, messageId: message.id, sizes, openForms, act })
  return h('div', { class: 'bubble', lang: content.lang === 'zh' ? 'zh-CN' : 'en' }, ...blocks)
}

function isWhisper({ to }: Message): boolean {
  return to !== undefined
}

function isRevised({ revision, recalled }: Message): boolean {
  return revision > firstRevision && !recalled
}

const firstRevision = 1
