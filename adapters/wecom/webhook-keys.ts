import type { z } from 'zod'

/** A group's webhook: it speaks in that group and hears nothing. */
export interface Webhook {
  /** The group as the bot hears it, or any word where no bot is; null where it is the only group there is. */
  readonly group: string | null
  readonly key: string
}

/**
 * Reads `KEY`, or `group=KEY, group=KEY`. A chat's id may end in "=" but no key has one, so the last of them parts the two.
 * Large and small letters are kept: chats are told apart by them.
 */
export function readWebhooks(text: string, ctx: z.RefinementCtx): readonly Webhook[] {
  const parts = text.split(/[,，;；\n]/).map(part => part.trim())
  const webhooks = parts.filter(part => part !== '').map(webhookOf)
  const fault = faultOf(webhooks)
  if (fault !== null) ctx.addIssue({ code: 'custom', message: fault })
  return webhooks
}

function webhookOf(part: string): Webhook {
  const at = part.lastIndexOf('=')
  return at < 0 ? { group: null, key: part } : { group: part.slice(0, at).trim(), key: part.slice(at + 1).trim() }
}

function faultOf(webhooks: readonly Webhook[]): string | null {
  if (webhooks.length === 0) return 'is empty (群设置, 消息推送: what stands behind key= in the Webhook address)'
  if (webhooks.some(({ group, key }) => group?.includes('/') || !/^[\w-]{8,128}$/.test(key)))
    return 'must hold keys alone (what stands behind key= in the Webhook address), each as KEY or group=KEY'
  const groups = webhooks.map(({ group }) => group)
  if (groups.includes('')) return 'must name a group before each ='
  if (groups.length > 1 && groups.includes(null)) return 'must name the group of each of several keys, as group=KEY'
  return new Set(groups).size < groups.length ? 'must name each group once' : null
}
