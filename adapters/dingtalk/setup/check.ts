import type { Check } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { DingTalkClient } from '../client.ts'
import { keepFrom, warnAt } from '../month.ts'
import type { Quota, Used } from '../quota.ts'
import type { DingTalkSettings } from '../settings.ts'
import * as told from './check-words.ts'

export interface Checked {
  readonly settings: Pick<DingTalkSettings, 'robotCode' | 'cardTemplateId'>
  readonly client: DingTalkClient
  readonly quota: Pick<Quota, 'used'>
}

/** No message has this key, so nothing is taken back. */
const noMessage = 'bellwether-check'

/** Asks DingTalk whether we are set up rightly. Throws nothing and changes nothing; it costs one metered call. */
export async function checkDingTalk({ settings, client, quota }: Checked): Promise<readonly Check[]> {
  const robot = await checkRobot(client, settings.robotCode)
  return [
    ...robot,
    ...(await checkQuota(quota)),
    settings.cardTemplateId === null ? told.withoutCards : told.withCards,
    told.limits,
  ]
}

async function checkRobot(client: DingTalkClient, robotCode: string): Promise<readonly Check[]> {
  // Free, and refused to nobody who has signed in but for permissions: so first of all, who we are.
  const contacts = await ask(client, 'topapi/v2/department/get', { dept_id: 1 })
  if (contacts?.message.startsWith('v1.0/oauth2/')) return [told.signInFailed(contacts)]
  if (contacts?.kind === 'unavailable') return [told.silent(contacts)]
  const recall = { robotCode, processQueryKeys: [noMessage] }
  const robot = await ask(client, 'v1.0/robot/otoMessages/batchRecall', recall)
  return [
    told.signedIn,
    robot === null || robot.kind === 'unreachable' ? told.robotReady : told.robotFailed(robot),
    contacts === null ? told.contactsReady : told.contactsFailed(contacts),
  ]
}

async function ask(client: DingTalkClient, method: string, body: object): Promise<PlatformError | null> {
  try {
    await client.ask(method, { body })
    return null
  } catch (error) {
    if (error instanceof PlatformError) return error
    throw error
  }
}

async function checkQuota(quota: Checked['quota']): Promise<readonly Check[]> {
  try {
    return [judged(await quota.used())]
  } catch (error) {
    if (error instanceof PlatformError) return [told.quotaUnknown]
    throw error
  }
}

function judged(used: Used): Check {
  const share = used.calls / used.of
  if (share >= keepFrom) return told.quotaShort(used)
  return share >= warnAt || used.forecast > used.of ? told.quotaTight(used) : told.quotaFine(used)
}
