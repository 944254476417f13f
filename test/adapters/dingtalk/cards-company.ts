import { createCards } from '../../../adapters/dingtalk/cards/deliver.ts'
import { cardParams } from '../../../adapters/dingtalk/cards/params.ts'
import { createClient } from '../../../adapters/dingtalk/client.ts'
import { createQuota } from '../../../adapters/dingtalk/quota.ts'
import { readSettings } from '../../../adapters/dingtalk/settings.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'
import type { Content } from '../../../src/content/content.ts'
import { openDingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { DingTalkOptions } from '../../simulators/dingtalk/settings.ts'
import { createMemory } from '../parts.ts'

/** A company with two people in a group, and an app in it that has a card template and a report template. */
export async function openCompany(options: DingTalkOptions = {}) {
  const dingtalk = await openDingTalkSimulator(options)
  await dingtalk.addPerson({ staffId: 'li01', name: '李娜' })
  await dingtalk.addPerson({ staffId: 'wang01', name: '王经理' })
  dingtalk.addGroup({ conversationId: 'cidSales==', title: '销售一部', members: ['li01', 'wang01'] })
  const read = readSettings({
    DINGTALK_CLIENT_ID: dingtalk.clientId,
    DINGTALK_CLIENT_SECRET: dingtalk.clientSecret,
    DINGTALK_CARD_TEMPLATE_ID: 'bellwether.schema',
    DINGTALK_REPORT_TEMPLATE: '日报',
    DINGTALK_API_URL: dingtalk.apiUrl,
    DINGTALK_OAPI_URL: dingtalk.oapiUrl,
  })
  if (read.kind !== 'read') throw new Error('The settings cannot be read')
  const { settings } = read
  const lines: string[] = []
  const log = createLog('debug', { write: line => lines.push(line) })
  const memory = createMemory()
  const monthlyCalls = options.monthlyCalls ?? settings.monthlyCalls
  const quota = createQuota({ memory, clock: systemClock, log, monthlyCalls })
  const client = createClient({ settings, quota, clock: systemClock, answerWithinMs: 1_000 })
  const cards = createCards({ settings, templateId: 'bellwether.schema', client })
  return { dingtalk, settings, lines, log, memory, quota, client, cards }
}

export const group = { kind: 'group', channelId: 'cidSales==' } as const
export const direct = { kind: 'direct', accountId: 'li01' } as const

export function filled(content: Content) {
  const params = cardParams(content)
  if (params === null) throw new Error('The content has no room on a card')
  return params
}
