import type { WebAPICallResult, WebClient } from '@slack/web-api'
import { z } from 'zod'
import { codeOf } from '../../../src/base/errors.ts'
import type { Check } from '../../../src/platform/adapter.ts'
import { isRefusal } from '../errors.ts'
import * as told from './check-words.ts'
import { neededScopes } from './scopes.ts'

export interface Checked {
  /** With the bot's token. */
  readonly bot: Pick<WebClient, 'apiCall'>
  /** With the app's token; null in HTTP mode, which has no use for one. */
  readonly app: Pick<WebClient, 'apiCall'> | null
}

/** Asks Slack whether we are set up rightly. Throws nothing and changes nothing. */
export async function checkSlack({ bot, app }: Checked): Promise<readonly Check[]> {
  const asked = await Promise.all([checkBot(bot), app === null ? told.httpMode : checkConnection(app)])
  return asked.flat()
}

async function checkBot(bot: Checked['bot']): Promise<readonly Check[]> {
  const answer = await ask(bot, 'auth.test')
  if (answer.kind === 'silent') return [told.silent(answer.reason)]
  if (answer.kind === 'refused') return [told.botRefused(answer.error)]
  const who = whoAmI.safeParse(answer.result)
  if (!who.success) return [told.silent('malformed')]
  const { team, user, response_metadata } = who.data
  return [told.signedIn(team, user), ...checkScopes(response_metadata?.scopes)]
}

const whoAmI = z.object({
  team: z.string(),
  user: z.string(),
  // The client puts it there from the header x-oauth-scopes.
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
})

/** `granted` is undefined where a gateway has taken the header away. */
export function checkScopes(granted: readonly string[] | undefined): readonly Check[] {
  if (granted === undefined) return [told.scopesUnknown]
  const missing = neededScopes.filter(({ scope }) => !granted.includes(scope))
  return missing.length === 0 ? [told.scopesComplete] : missing.map(told.scopeMissing)
}

async function checkConnection(app: Checked['bot']): Promise<Check> {
  const answer = await ask(app, 'apps.connections.open')
  if (answer.kind === 'silent') return told.silent(answer.reason)
  return answer.kind === 'refused' ? told.connectionRefused(answer.error) : told.connectable
}

type Answer =
  | { readonly kind: 'answered'; readonly result: WebAPICallResult }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'silent'; readonly reason: string }

async function ask(client: Checked['bot'], method: string): Promise<Answer> {
  try {
    return { kind: 'answered', result: await client.apiCall(method) }
  } catch (error) {
    // A proxy may answer in Slack's place with anything; Slack's own codes look like this.
    if (isRefusal(error) && /^[a-z0-9_]{1,80}$/.test(error.data.error))
      return { kind: 'refused', error: error.data.error }
    return { kind: 'silent', reason: reasonOf(error) }
  }
}

/** The innermost error tells what happened, by its code: messages may quote what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const inner = 'original' in error ? error.original : error.cause
  return inner instanceof Error ? reasonOf(inner) : (codeOf(error) ?? error.name)
}
