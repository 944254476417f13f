import { z } from 'zod'
import { isRefusal, mistaken, refused } from '../answers.ts'
import { bodyOf, cardContent } from '../bodies.ts'
import { botCard } from '../cards/shape.ts'
import { changeCard, put } from '../posting.ts'
import type { Side } from '../side.ts'
import { type Command, command } from './command.ts'
import type { Exchange } from './exchanges.ts'

const welcomes = z.discriminatedUnion('msgtype', [
  z.strictObject({ msgtype: z.literal('text'), text: z.strictObject({ content: z.string().min(1) }) }),
  z.strictObject({ msgtype: z.literal('template_card'), template_card: botCard }),
])

/** A greeting for who comes in, within seconds. */
export const welcome: Command = {
  run(given, side, reqId) {
    const exchange = side.exchanges.find(reqId)
    if (exchange !== undefined && exchange.kind !== 'enter_chat') return mistaken(846605)
    if (exchange === undefined || !isInTime(side, exchange)) return refused(846605)
    const read = bodyOf(given, ['text', 'template_card'], welcomes)
    if (isRefusal(read)) return read
    const { body } = read
    const content =
      body.msgtype === 'text' ? { kind: 'text', text: body.text.content } : cardContent(side, body.template_card, 'bot')
    if (isRefusal(content)) return content
    put(side, exchange.place, { ...content, via: 'bot' })
    side.exchanges.answered(exchange, side.settings.realNow())
    return { answer: {} }
  },
}

/** The card that somebody has just pressed looks different from now on. */
export const update = command({
  takes: z.strictObject({
    response_type: z.literal('update_template_card'),
    template_card: botCard,
    userids: z.array(z.string()).min(1).optional(),
  }),
  run({ template_card, userids }, side, reqId) {
    const exchange = side.exchanges.find(reqId)
    if (exchange !== undefined && exchange.kind !== 'card') return mistaken(846605)
    const pressed = exchange?.pressed
    if (exchange === undefined || pressed == null || !isInTime(side, exchange)) return refused(846605)
    if (template_card.task_id !== pressed.card?.taskId) return mistaken(40058, 'task_id is not that of the press')
    changeCard(pressed, { ...template_card }, userids ?? null)
    side.exchanges.answered(exchange, side.settings.realNow())
    return { answer: {} }
  },
})

/** Once, and within seconds. */
function isInTime({ settings }: Side, { since, answeredAt }: Exchange): boolean {
  return answeredAt === null && settings.realNow() - since < settings.answerWithinMs
}
