import { z } from 'zod'
import { mistaken, refused } from '../answers.ts'
import { appCard } from '../cards/shape.ts'
import { changeCard } from '../posting.ts'
import { type Method, method } from './method.ts'

/** Puts words in the place of the buttons, or another card in the place of the whole. */
const updateCard = method({
  takes: z.strictObject({
    userids: z.array(z.string()).min(1).max(100).optional(),
    atall: z.union([z.literal(0), z.literal(1)]).optional(),
    agentid: z.int(),
    response_code: z.string().min(1),
    button: z.strictObject({ replace_name: z.string().min(1) }).optional(),
    template_card: appCard.optional(),
    enable_id_trans: z.union([z.literal(0), z.literal(1)]).optional(),
  }),
  run({ userids, atall = 0, agentid, response_code, button, template_card }, { settings, responseCodes, corp }) {
    if (agentid !== settings.agentId) return mistaken(40058, 'invalid agentid')
    if ((button === undefined) === (template_card === undefined)) return mistaken(40058, 'button or template_card')
    if (userids === undefined && atall === 0) return mistaken(40058, 'userids or atall is missing')
    const messages = responseCodes.take(response_code)
    if (messages === null) return refused(40058, 'invalid response_code')
    const shown = userids ?? [...corp.people.keys()]
    for (const message of messages) {
      if (template_card !== undefined) changeCard(message, { ...template_card }, atall === 1 ? null : shown)
      if (button === undefined || message.card === null) continue
      message.revised = true
      for (const id of shown) message.card.replaced.set(id, button.replace_name)
    }
    const invaliduser = (userids ?? []).filter(id => !corp.people.has(id))
    return { answer: { invaliduser } }
  },
})

export const cardMethods: Readonly<Record<string, Method>> = {
  'POST /cgi-bin/message/update_template_card': updateCard,
}
