import { afterAll, beforeAll } from 'vitest'
import { MovableClock } from '../../../src/base/clock.ts'
import { newId } from '../../../src/base/ids.ts'
import { compose } from '../../../src/compose.ts'
import { features } from '../../../src/features/index.ts'
import { teamById } from '../../../src/features/team/teams.ts'
import { type Mailing, openMailing } from '../../adapters/mail/mailing.ts'
import { givenCast, message } from '../../house.ts'
import { type Call, ScriptedAdapter } from '../../outbox/scripted-adapter.ts'
import { type MailServer, openMailServer } from '../../simulators/mail/index.ts'
import { quiet, temporaryStore } from '../../store/fixture.ts'
import { givenMember } from '../harness.ts'

export interface Told {
  readonly where: 'group' | 'whisper' | 'direct'
  readonly text: string
}

const canvas = {
  blocks: new Set(['heading', 'text', 'quiet', 'fields', 'list'] as const),
  mentions: 'inline',
  images: false,
  limit: { unit: 'characters', size: 4000 },
} as const

/** The whole product with Slack and, unless there is to be none, a mail server. Opened once for a file. */
export function shareMailStage(isMailOn = true) {
  const opened = new AsyncDisposableStack()
  let stage: Awaited<ReturnType<typeof open>>
  async function open() {
    const database = opened.use(await temporaryStore())
    const server: MailServer = opened.use(await openMailServer())
    const mailing: Mailing = opened.use(openMailing(server.settings))
    const { store } = database
    const clock = new MovableClock({ frozenAt: new Date('2026-11-23T01:00:00Z') })
    const slack = new ScriptedAdapter({ group: { canvas }, direct: { canvas } }).takeAll()
    const adapters = [slack, ...(isMailOn ? [mailing.adapter] : [])]
    const { app } = compose({ store, clock, log: quiet, owner: 'test', features, adapters })
    await app.engine.prepare()
    opened.defer(() => app.stop())
    return { store, server, clock, slack, app }
  }
  beforeAll(async () => {
    stage = await open()
  })
  afterAll(() => opened.disposeAsync())

  /** A member of a team of their own, and what they are told on what they say. */
  async function member(lang: 'zh' | 'en' = 'en') {
    const suffix = newId()
    const { li } = await givenCast(stage.store, suffix)
    await stage.store.prisma.person.update({ where: { id: li.personId }, data: { lang } })
    async function told(words: string, place: 'group' | 'direct'): Promise<Told[]> {
      const before = stage.slack.calls.length
      const event = message(words, { suffix })
      await stage.app.intake({
        ...event,
        ...(place === 'direct' && { place: { kind: 'direct' } as const }),
        body: { kind: 'message', text: words, addressed: true },
      })
      await stage.app.settle()
      return stage.slack.calls.slice(before).flatMap(toldBy)
    }
    return {
      personId: li.personId,
      memberId: li.memberId,
      address: `li.${suffix.slice(-12)}@bell.example`,
      tells: (words: string) => told(words, 'direct'),
      says: (words: string) => told(words, 'group'),
      /** All that anybody in the chat is told while that is done. */
      async hears(done: () => Promise<void>): Promise<Told[]> {
        const before = stage.slack.calls.length
        await done()
        return stage.slack.calls.slice(before).flatMap(toldBy)
      },
      kept: () => stage.store.prisma.mailAddress.findUnique({ where: { personId: li.personId } }),
    }
  }

  return {
    get server() {
      return stage.server
    },
    get store() {
      return stage.store
    },
    member,
    /** An admin of that team, who speaks to us alone. */
    async admin(teamId: string) {
      const team = await teamById(stage.store.prisma, teamId)
      if (team === null) throw new Error('there is no such team')
      const boss = await givenMember(stage.store.prisma, team, { name: 'Boss', role: 'admin' })
      const account = { platform: 'slack', accountId: `U-${boss.memberId}`, personId: boss.personId }
      await stage.store.prisma.account.create({ data: { ...account, lastSeenAt: stage.clock.now() } })
      return {
        async tells(words: string) {
          const event = message(words, { suffix: boss.memberId })
          const body = { kind: 'message', text: words, addressed: true } as const
          await stage.app.intake({
            ...event,
            place: { kind: 'direct' },
            author: { accountId: account.accountId, name: 'Boss' },
            body,
          })
          await stage.app.settle()
        },
      }
    },
    /** So much time goes by, and what comes due in it is done. */
    async travels(minutes: number) {
      await stage.app.travel(new Date(stage.clock.now().getTime() + minutes * 60_000))
    },
    async passes(minutes: number) {
      stage.clock.moveTo(new Date(stage.clock.now().getTime() + minutes * 60_000))
      await stage.app.settle()
    },
  }
}

export type MailMember = Awaited<ReturnType<ReturnType<typeof shareMailStage>['member']>>

function toldBy(call: Call): Told[] {
  if (call.call !== 'send') return []
  const { address, text } = call
  if (address.kind === 'direct') return [{ where: 'direct', text }]
  return [{ where: address.whisperTo === undefined ? 'group' : 'whisper', text }]
}

/** The code in a mail. */
export function codeIn({ text }: { readonly text: string }): string {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (code === undefined) throw new Error(`no code in ${text}`)
  return code
}
