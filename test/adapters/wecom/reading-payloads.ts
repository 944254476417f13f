import type { LaneName } from '../../../adapters/wecom/lanes/lane.ts'
import { holds, render, type WeComPayload } from '../../../adapters/wecom/render/render.ts'
import type { Block } from '../../../src/content/content.ts'
import type { AccountOf } from '../../../src/platform/adapter.ts'
import { isJson } from '../../simulators/shared/json.ts'
import type { Visible } from '../../simulators/shared/visible.ts'
import { botCard } from '../../simulators/wecom/cards/shape.ts'
import { visibleText } from '../../simulators/wecom/visible.ts'

/** Li has an account, the others have none. */
export const accountOf: AccountOf = memberId => (memberId === 'm-li' ? { accountId: 'li' } : null)

export const drawn = (...blocks: readonly (Block | null)[]): WeComPayload =>
  render({ lang: 'zh', blocks: blocks.filter(block => block !== null) }, 'group', accountOf)

/** What people read; a sign's full-width twin is that sign to them. */
export function reading(payload: WeComPayload, lane: LaneName): Visible {
  const kind = lane === 'webhook' ? payload.webhookFormat : 'markdown'
  const read = visibleText({ text: payload.whole[lane].join('\n'), via: lane, kind })
  return { ...read, text: read.text.normalize('NFKC') }
}

const task = '00000000-0000-4000-8000-000000000000@0@0'

/** What WeCom would say against the payload: the bytes of each message and the shape of each card. */
export function refusals({ whole, words, cards, pictures }: WeComPayload): readonly string[] {
  const said = [whole, words, ...cards.map(({ typed }) => typed), ...pictures.map(picture => picture.words)]
  const tooLong = (['bot', 'webhook', 'app'] as const).flatMap(lane =>
    said.flatMap(worded => worded[lane]).filter(text => Buffer.byteLength(text) > holds[lane] || text.trim() === ''),
  )
  const shapes = cards.flatMap(({ card }) => {
    const read = botCard.safeParse(JSON.parse(JSON.stringify({ ...card, task_id: task })))
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`)
  })
  return [...tooLong.map(text => `too long or empty: ${text.length}`), ...shapes]
}

export function buttonsOn(payload: WeComPayload): readonly { readonly text: string; readonly key: string }[] {
  return payload.cards.flatMap(({ card }) => (card.card_type === 'button_interaction' ? card.button_list : []))
}

/** What the first card shows besides its buttons. */
export function face({ cards: [first] }: WeComPayload): object {
  const { card_type: _, ...rest } = first?.card ?? { card_type: '' }
  return Object.fromEntries(Object.entries(isJson(rest) ? rest : {}).filter(([name]) => name !== 'button_list'))
}
