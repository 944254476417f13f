import type { Check } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Memory } from '../../../src/platform/memory.ts'
import { botFindings } from '../bot/findings.ts'
import { type Answer, addressOf, exchange } from '../exchange.ts'
import type { WeComSettings } from '../settings.ts'
import { type AppCredentials, askForToken } from '../token.ts'
import { groupsWanting } from '../webhook/only-group.ts'
import * as told from './check-words.ts'

export interface Checked {
  readonly settings: WeComSettings
  /** What a running adapter has left to be told, such as that another instance took the bot's connection. */
  readonly memory: Memory
}

/** Tells of each lane whether it is on and works, and what is impossible without it. Throws nothing and says nothing. */
export async function checkWeCom({ settings, memory }: Checked): Promise<readonly Check[]> {
  const { bot, app, apiUrl } = settings
  const isDeaf = bot === null && (app === null || app.callback === null)
  return [
    ...(bot === null ? [told.botOff] : [told.botOn, ...(await botFindings(memory, bot))]),
    ...(await checkWebhooks(settings, memory)),
    ...(app === null ? [told.appOff] : await checkApp({ ...app, apiUrl })),
    ...(app === null ? [] : [app.callback === null ? told.callbackOff : told.callbackOn]),
    ...(isDeaf ? [told.deaf] : []),
    told.cannot,
  ]
}

async function checkWebhooks({ webhooks }: WeComSettings, memory: Memory): Promise<readonly Check[]> {
  if (webhooks.length === 0) return [told.webhooksOff]
  const on = told.webhooksOn(webhooks.length)
  if (webhooks.every(({ group }) => group !== null)) return [on]
  // A running server may keep the database to itself: what cannot be seen is not accused, and only the warning is missed.
  const groups = await groupsWanting(memory).catch(() => [])
  return groups.length > 1 ? [on, told.webhookNameless(groups)] : [on]
}

async function checkApp(credentials: AppCredentials): Promise<readonly Check[]> {
  try {
    const token = await askForToken(credentials)
    if (token.errcode !== 0) return [refused(token)]
    const access_token = String(token['access_token'])
    // The token is given to every address, the address book is not.
    const url = addressOf(credentials.apiUrl, 'department/simplelist', { access_token })
    const listed = await exchange({ method: 'department/simplelist', url, twice: 'nothing' })
    if (listed.errcode === 0) return [told.appOn]
    return hidden.has(listed.errcode) ? [told.appOn, told.namesHidden] : [refused(listed)]
  } catch (error) {
    return [told.silent(error instanceof PlatformError ? reasonOf(error) : 'fault')]
  }
}

/** The address book is closed to the app; all else works. */
const hidden: ReadonlySet<number> = new Set([48002, 60011])

function refused(answer: Answer): Check {
  if (answer.errcode !== 60020) return told.appRefused(answer.errcode)
  const ip = /from ip:\s*([0-9a-fA-F.:]{3,45})/.exec(answer.errmsg ?? '')?.[1]
  return told.notTrusted(ip?.replace(/[.:]+$/, '') ?? null)
}

/** Without the method's name, which says nothing to the operator. */
function reasonOf({ message }: PlatformError): string {
  return message.replace(/^[\w/]+: /, '')
}
