import type { Address } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { SlackClient } from '../client.ts'

/** The outbox holds the conversation meanwhile. */
const patience = { patience: 4_000 }

/** The channel that an address is, which for a person is that of their direct chat. A whisper is in none. */
export async function channelOf(client: SlackClient, address: Address): Promise<string> {
  if (address.kind === 'direct') {
    const opened = await client.ask(
      'conversations.open',
      web => web.conversations.open({ users: address.accountId }),
      patience,
    )
    const id = opened.channel?.id
    if (id === undefined) throw new PlatformError('unavailable', 'conversations.open: the answer names no channel')
    return id
  }
  if (address.whisperTo !== undefined) throw new PlatformError('unreachable', 'Slack keeps no whispers')
  return address.channelId
}
