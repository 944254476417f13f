import { z } from 'zod'
import { directPlace, findPerson, type Message, type Place } from '../company.ts'
import { putByBot } from '../posting.ts'
import type { Side } from '../side.ts'
import { type Method, method, mistaken, type Refusal, refused } from './method.ts'
import { contentOf, isRefusal } from './robot-content.ts'

const recallableMs = 24 * 3_600_000
const needs = 'qyapi_robot_sendmsg'
const message = { robotCode: z.string(), msgKey: z.string(), msgParam: z.string() }
const keys = z.array(z.string()).min(1).max(20)

const sendToGroup = method({
  takes: z.strictObject({ ...message, openConversationId: z.string(), coolAppCode: z.string().optional() }),
  metered: true,
  needs,
  run({ robotCode, openConversationId, msgKey, msgParam }, side) {
    const group = groupWithBot(side, robotCode, openConversationId)
    if (isRefusal(group)) return group
    const content = contentOf(side, msgKey, msgParam)
    if (isRefusal(content)) return content
    return { answer: { processQueryKey: putByBot(side, group, { ...content, recallable: true }).id } }
  },
})

const sendToPeople = method({
  takes: z.strictObject({ ...message, userIds: z.array(z.string()).min(1).max(20) }),
  metered: true,
  needs,
  run({ robotCode, userIds, msgKey, msgParam }, side) {
    if (robotCode !== side.settings.clientId) return mistaken(`There is no robot ${robotCode}`)
    const content = contentOf(side, msgKey, msgParam)
    if (isRefusal(content)) return content
    const { flowControlled } = side.tempers
    const found = userIds.map(id => ({ id, person: findPerson(side.company, id) }))
    const id = side.newId('pqk')
    for (const { id: staffId, person } of found) {
      if (person?.active !== true || person.staffId !== staffId || flowControlled.has(staffId)) continue
      putByBot(side, directPlace(side.company, person), { ...content, id, recallable: true })
    }
    const invalid = found.filter(({ id: staffId, person }) => person?.active !== true || person.staffId !== staffId)
    return {
      answer: {
        processQueryKey: id,
        invalidStaffIdList: invalid.map(each => each.id),
        flowControlledStaffIdList: userIds.filter(each => flowControlled.has(each)),
      },
    }
  },
})

const recallInGroup = method({
  takes: z.strictObject({ robotCode: z.string(), openConversationId: z.string(), processQueryKeys: keys }),
  metered: true,
  needs,
  run({ robotCode, openConversationId, processQueryKeys }, side) {
    const group = groupWithBot(side, robotCode, openConversationId)
    return isRefusal(group) ? group : { answer: recalled(side, [group], processQueryKeys) }
  },
})

const recallFromPeople = method({
  takes: z.strictObject({ robotCode: z.string(), processQueryKeys: keys }),
  metered: true,
  needs,
  run({ robotCode, processQueryKeys }, side) {
    if (robotCode !== side.settings.clientId) return mistaken(`There is no robot ${robotCode}`)
    const direct = [...side.company.places.values()].filter(({ kind }) => kind === 'direct')
    return { answer: recalled(side, direct, processQueryKeys) }
  },
})

/** The group that the bot may write to. */
function groupWithBot({ settings, company }: Side, robotCode: string, conversationId: string): Place | Refusal {
  if (robotCode !== settings.clientId) return mistaken(`There is no robot ${robotCode}`)
  const group = company.places.get(conversationId)
  const isThere = group?.kind === 'group' && group.members.has(company.bot.dingtalkId)
  return isThere ? group : refused('unknown', 'The conversation does not exist or has no such robot')
}

/** Takes the messages away without a trace, as long as they may be. */
function recalled(side: Side, places: readonly Place[], processQueryKeys: readonly string[]) {
  const successResult: string[] = []
  const failedResult: Record<string, string> = {}
  for (const key of processQueryKeys) {
    const found = places.flatMap(place => place.messages.filter(each => recallable(each, key, side.now())))
    if (found.length === 0) failedResult[key] = 'The message does not exist or is too old'
    else successResult.push(key)
    for (const { messages } of places) {
      for (const gone of found) if (messages.includes(gone)) messages.splice(messages.indexOf(gone), 1)
    }
  }
  return { successResult, failedResult }
}

function recallable(sent: Message, key: string, now: Date): boolean {
  return sent.id === key && sent.recallable && now.getTime() - sent.at.getTime() < recallableMs
}

export const robotMethods: Readonly<Record<string, Method>> = {
  'POST /v1.0/robot/groupMessages/send': sendToGroup,
  'POST /v1.0/robot/oToMessages/batchSend': sendToPeople,
  'POST /v1.0/robot/groupMessages/recall': recallInGroup,
  'POST /v1.0/robot/otoMessages/batchRecall': recallFromPeople,
}
