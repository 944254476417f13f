import type { Lang } from '../../base/words.ts'
import { h } from './dom.ts'
import { say } from './say.ts'
import type { Foreseen, Preview } from './shapes.ts'
import { showDay, showTime } from './zone.ts'

/** What would be sent by then, to whom and why. */
export function drawPreview({ until, messages, complete }: Preview, zone: string, lang: Lang): readonly HTMLElement[] {
  const when = showMoment(until, zone, lang)
  if (messages.length === 0) return [h('p', {}, say(lang, 'willSendNothing', { when }))]
  const title = h('h3', {}, say(lang, 'willSend', { when, n: messages.length }))
  const rows = messages.map((message, at) => {
    const opensDay = at === 0 || showDay(messages[at - 1]?.at ?? '', zone, lang) !== showDay(message.at, zone, lang)
    return h(
      'li',
      {},
      opensDay ? h('p', { class: 'day' }, showDay(message.at, zone, lang)) : null,
      drawRow(message, zone, lang),
    )
  })
  const more = complete ? [] : [h('p', { class: 'quiet' }, say(lang, 'willSendMore'))]
  return [title, h('ol', {}, ...rows), ...more]
}

export function showMoment(at: string, zone: string, lang: Lang): string {
  return `${showDay(at, zone, lang)} ${showTime(at, zone, lang)}`
}

function drawRow({ at, to, why, text }: Foreseen, zone: string, lang: Lang): HTMLElement {
  const name = to.name ?? ''
  const [line = '', ...rest] = text.split('\n')
  const head = h(
    'p',
    { class: 'to' },
    h('time', { datetime: at }, showTime(at, zone, lang)),
    h('span', { class: `mark ${to.kind}` }, say(lang, to.kind === 'group' ? 'toGroup' : 'toPerson', { name })),
  )
  const body =
    rest.length === 0
      ? h('p', {}, line)
      : h('details', {}, h('summary', {}, line), h('p', { class: 'said' }, rest.join('\n')))
  return h('div', {}, head, body, why === null ? null : h('p', { class: 'quiet' }, say(lang, 'why', { why })))
}
