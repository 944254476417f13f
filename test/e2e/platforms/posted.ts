import { createHash } from 'node:crypto'
import type { Store } from '../../../src/store/store.ts'
import { GROUP as DINGTALK_GROUP } from '../dingtalk/company.ts'
import { CHANNEL } from '../slack/workspace.ts'
import { GROUP as WECOM_GROUP } from '../wecom/corp.ts'
import type { Platform } from './places.ts'
import { accountsOf } from './team.ts'
import type { Accounts, World } from './world.ts'

/** Something that the bot said, as its reader sees it. */
export interface Posted {
  readonly platform: Platform
  /** The group, or an account. */
  readonly chat: string
  readonly text: string
  /** Our own, where the platform keeps it. */
  readonly key: string | null
}

export const inGroup = ({ chat }: Posted): boolean => chat === 'group'

/** Everything that the bot said, whispers and details in threads among it. */
export async function everythingPosted(world: World, people: readonly Accounts[], store: Store): Promise<Posted[]> {
  const on = (platform: Platform) => people.flatMap(accountsOf).flatMap(([it, id]) => (it === platform ? [id] : []))
  return [
    ...inSlack(world, on('slack')),
    ...inDingTalk(world, on('dingtalk')),
    ...inWeCom(world, on('wecom')),
    ...(await inRoom(store)),
  ]
}

function inSlack({ slack }: World, accounts: readonly string[]): readonly Posted[] {
  const read = (chat: string, messages: ReturnType<typeof slack.messages>): Posted[] =>
    messages
      .filter(({ fromBot }) => fromBot)
      .map(message => ({
        ...{ platform: 'slack', chat, text: slack.visibleText(message).text },
        key: message.metadata && JSON.stringify(message.metadata),
      }))
  return [
    ...read('group', slack.messages(CHANNEL)),
    ...accounts.flatMap(id => [
      ...read(
        id,
        slack.messages(CHANNEL, { as: id }).filter(({ ephemeral }) => ephemeral),
      ),
      ...read(id, slack.directMessages(id)),
    ]),
  ]
}

function inDingTalk({ dingtalk }: World, accounts: readonly string[]): readonly Posted[] {
  const read = (chat: string, messages: ReturnType<typeof dingtalk.messages>): Posted[] =>
    messages
      .filter(({ fromBot }) => fromBot)
      .map(message => ({
        ...{ platform: 'dingtalk', chat, text: dingtalk.visibleText(message).text, key: null },
      }))
  return [
    ...read('group', dingtalk.messages(DINGTALK_GROUP)),
    ...accounts.flatMap(id => read(id, dingtalk.directMessages(id))),
  ]
}

function inWeCom({ wecom }: World, accounts: readonly string[]): readonly Posted[] {
  const read = (chat: string, messages: ReturnType<typeof wecom.messages>): Posted[] =>
    messages
      .filter(({ author }) => author === '')
      .map(({ visible, media }) => {
        // A picture is a message of its own there, without words.
        const text = media === null ? visible.text : `picture ${fingerprint(wecom.media(media))}`
        return { platform: 'wecom', chat, text, key: null }
      })
  return [...read('group', wecom.messages(WECOM_GROUP)), ...accounts.flatMap(id => read(id, wecom.directMessages(id)))]
}

const fingerprint = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12)

/** Also after the process has ended, over which people read it. */
async function inRoom(store: Store): Promise<readonly Posted[]> {
  const messages = await store.prisma.roomMessage.findMany({
    where: { from: 'bot', recalled: false },
    orderBy: { change: 'asc' },
  })
  return messages.map(({ channel, to, text, key }) => ({
    ...{ platform: 'room', chat: to ?? (channel.startsWith('dm:') ? channel.slice(3) : 'group'), text, key },
  }))
}
