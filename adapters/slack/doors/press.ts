import type { InboundEvent } from '../../../src/platform/events.ts'
import { decodePress, type Press } from '../decode/interaction.ts'
import { FORM } from '../render/buttons.ts'
import { type AtOnce, begin, formsIn, langFor, onlyForm } from './at-once.ts'
import type { Inside } from './doors.ts'

/** A button: one that leads to a form opens it and is not written down; every other press is. */
export async function takePress(inside: Inside, body: unknown): Promise<void> {
  const press = decodePress(body)
  if (press.kind === 'ignored') return inside.log.debug({ why: press.why }, 'slack action ignored')
  const atOnce = begin(inside)
  if (press.actionId.startsWith(FORM)) return openSaid(inside, atOnce, press)
  const event = eventOf(press)
  const offer = onlyForm(await atOnce.foresee(inside.known(event)))
  if (offer !== null && (await atOnce.open(offer, press))) return
  await inside.take(event)
  if (isOnHome(press)) inside.homes.publishSoon(press.who)
}

/** The form of the very message that the button is in: its value is the key with which the message was sent. */
async function openSaid(inside: Inside, atOnce: AtOnce, press: Press): Promise<void> {
  const content = await inside.house.said(press.value ?? '')
  const id = press.actionId.slice(FORM.length)
  const form = content && formsIn(content).find(one => one.id === id)
  if (form && (await atOnce.open({ form, content }, press))) return
  await tellFormGone(inside, press, form ? 'late' : 'gone')
}

/** Only said, not written down: a form that did not open was not filled in. */
async function tellFormGone(
  { client, langOf }: Inside,
  { who, channelId }: Press,
  why: 'late' | 'gone',
): Promise<void> {
  if (channelId === undefined) return
  const text = formWords[why][langFor(null, langOf(who))]
  const whisper = { channel: channelId, user: who, text }
  await client.ask('chat.postEphemeral', web => web.chat.postEphemeral(whisper), { patience: 1_000 })
}

function eventOf({ eventId, place, who, actionId, value }: Press): InboundEvent {
  return {
    platform: 'slack',
    eventId,
    place,
    author: { accountId: who },
    body: { kind: 'action', actionId, ...(value !== undefined && { value }) },
  }
}

function isOnHome({ viewId, channelId }: Press): boolean {
  return viewId !== undefined && channelId === undefined
}

const formWords = {
  late: { zh: '表单没能打开，请再点一次。', en: 'The form did not open; please press once more.' },
  gone: {
    zh: '这张表单已经过期，请重新输入命令打开。',
    en: 'This form is not kept any more; please type its command again.',
  },
}
