import { serve } from '@hono/node-server'
import { createClient } from '../../../adapters/slack/client.ts'
import { createHttpDoor } from '../../../adapters/slack/connection/http-door.ts'
import { createReceive } from '../../../adapters/slack/connection/receive.ts'
import { createDoors } from '../../../adapters/slack/doors/doors.ts'
import { createFetchFile } from '../../../adapters/slack/fetch-file.ts'
import { createDirectory } from '../../../adapters/slack/people/directory.ts'
import { createLearning } from '../../../adapters/slack/people/learning.ts'
import { render, type SlackPayload } from '../../../adapters/slack/render/render.ts'
import { createFirstAnswers } from '../../../adapters/slack/send/first-answers.ts'
import { createSender } from '../../../adapters/slack/send/send.ts'
import { surfaces } from '../../../adapters/slack/surfaces.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'
import type { Lang } from '../../../src/base/words.ts'
import { compose } from '../../../src/compose.ts'
import { createDefaultForms } from '../../../src/features/forms/create-default-forms.ts'
import { features } from '../../../src/features/index.ts'
import { createDefaultMetrics } from '../../../src/features/metrics/catalogue.ts'
import { reportOf } from '../../../src/features/reports/store.ts'
import type { Adapter } from '../../../src/platform/adapter.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { House } from '../../../src/platform/house.ts'
import { givenMember, givenTeam } from '../../features/harness.ts'
import { openSlackSimulator } from '../../simulators/slack/index.ts'
import { everyScope } from '../../simulators/slack/settings.ts'
import { temporaryStore } from '../../store/fixture.ts'
import { manifestSlashes } from './manifest-slashes.ts'

const today = '2026-11-20'

interface Options {
  readonly lang?: Lang
  readonly prefix?: string
  /** What the bot was granted; everything unless told. */
  readonly scopes?: readonly string[]
  /** How many milliseconds anything may take before it is written down unseen; as long as it takes unless told. */
  readonly patience?: number
  /** How long a payload may wait for its acknowledgement; an event is then sent again, at once and a little later. */
  readonly ackWithinMs?: number
  /** Puts something between the doors and the house. */
  readonly between?: (house: House) => House
}

/**
 * The whole house behind the doors of Slack, and Slack before them: the group CSALES with Li (a rep) and Wang (a manager), and
 * CSECRET and COTHER, in which the bot is not. It is a Friday, 18:00 in Shanghai.
 */
export async function houseInSlack({
  lang = 'en',
  prefix,
  scopes = everyScope,
  patience = 60_000,
  ackWithinMs = 60_000,
  between = house => house,
}: Options = {}) {
  const database = await temporaryStore()
  const { prisma } = database.store
  const clock = new MovableClock({ frozenAt: new Date(`${today}T18:00:00+08:00`) })
  const begun = new Date()
  // Real time stands still, so that no trigger expires while the machine is busy.
  const real = { now: () => begun }
  const slack = await openSlackSimulator({
    now: () => clock.now(),
    realNow: () => begun.getTime(),
    pace: 'off',
    scopes,
    socketAckWithinMs: 60_000,
    httpRetriesAfterMs: [0, 200, 1_000],
    slashCommands: manifestSlashes(prefix),
  })
  const lines: string[] = []
  const log = createLog('debug', { write: line => lines.push(line) })
  const client = createClient({ token: slack.botToken, apiUrl: slack.apiUrl, log })
  const directory = createDirectory({ client, clock: real, log })
  const firstAnswers = createFirstAnswers({ clock: real })
  const sender = createSender({ client, firstAnswers, pictures: async () => null, files: async () => null, log })
  const adapter: Adapter<SlackPayload> = { platform: 'slack', surfaces: unpaced, render, ...sender }
  const { app } = compose({ store: database.store, clock, log, owner: 'test', features, adapters: [adapter] })
  await app.engine.prepare()

  const locale = { zh: 'zh-CN', en: 'en-US' }[lang]
  for (const [id, name] of Object.entries({ ULI: 'Li Lei', UWANG: 'Wang' })) {
    void slack.addUser({ id, name, locale })
  }
  void slack.addChannel({ id: 'CSALES', name: 'sales', members: ['ULI', 'UWANG', slack.bot.userId] })
  void slack.addChannel({ id: 'COTHER', name: 'other', members: ['ULI'] })
  void slack.addChannel({ id: 'CSECRET', name: 'secret', private: true, members: ['ULI'] })

  const team = await givenTeam(prisma, { name: 'Sales One', lang })
  await createDefaultMetrics(prisma, team)
  await createDefaultForms(prisma, team, new Date('2026-01-01T00:00:00Z'))
  const li = await givenMember(prisma, team, { name: 'Li Lei' })
  const wang = await givenMember(prisma, team, { name: 'Wang', role: 'manager' })
  await prisma.channel.create({
    data: { id: team.id, platform: 'slack', externalId: 'CSALES', name: 'sales', teamId: team.id },
  })
  for (const [accountId, { personId }] of Object.entries({ ULI: li, UWANG: wang })) {
    await prisma.account.create({ data: { platform: 'slack', accountId, personId, lastSeenAt: clock.now() } })
  }

  const house = between(app.houseFor('slack'))
  const sight = { isBlind: false }
  const seeing = {
    ...house,
    rehearse: (event: InboundEvent) => (sight.isBlind ? Promise.reject(new Error('blind')) : house.rehearse(event)),
  }
  const learning = createLearning({ directory, clock: real, intake: house.intake, log })
  const fetchFile = createFetchFile({ token: slack.botToken, apiUrl: slack.apiUrl })
  const doors = createDoors({
    ...{ house: seeing, directory, client, firstAnswers, learning, fetchFile, log },
    prefix: prefix ?? null,
    patience: { foreseen: patience, opened: patience },
  })
  const { handle } = createReceive({
    token: slack.botToken,
    apiUrl: slack.apiUrl,
    doors,
    me: directory.me,
    log,
    ackWithinMs,
  })
  const fetch = createHttpDoor({ secret: slack.signingSecret, handle, clock: real, log })
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  slack.useHttp(`http://127.0.0.1:${port}/slack/events`)

  return {
    slack,
    store: database.store,
    directory,
    team,
    /** Nothing can be foreseen while it is set. */
    set isBlind(isBlind: boolean) {
      sight.isBlind = isBlind
    },
    /** Anything at all, signed as Slack signs it. */
    sends: (kind: 'event' | 'slash' | 'interactive', body: Record<string, unknown>) =>
      fetch(slack.signedRequest(kind, body)),
    /** Lines of the log, those of Slack's own libraries left out. */
    lines: () => lines.filter(line => !line.includes('slack library')),
    /** Resolves when all that follows from what was done is done. */
    async settle() {
      await doors.settled()
      await learning.settled()
      await app.settle()
    },
    /** What the person sees of the bot in a channel, as a reader does. */
    seenBy: (user: string, channel: string) =>
      slack
        .messages(channel, { as: user })
        .filter(message => message.fromBot)
        .map(message => slack.visibleText(message).text),
    written: () => prisma.inboundEvent.count(),
    reportOf: () => reportOf(prisma, li.memberId, 'report', today),
    async [Symbol.asyncDispose]() {
      await new Promise(resolve => server.close(resolve))
      await doors.settled()
      await learning.settled()
      await app.stop()
      await database.close()
      await slack.close()
    },
  }
}

/** The house's time stands still, and so would its pace. */
const quick = { perMinute: 6_000, scope: 'channel', burst: 1_000 } as const
const unpaced = {
  group: { ...surfaces.group, pace: quick },
  direct: { ...surfaces.direct, pace: quick },
}

export type HouseInSlack = Awaited<ReturnType<typeof houseInSlack>>
