import { createIds } from '../shared/ids.ts'
import { createRecording } from '../shared/recording.ts'
import { jsonReply } from '../shared/reply.ts'
import { listen, openDoors } from '../shared/server.ts'
import { simulator } from '../shared/simulator.ts'
import { createTeamTime } from '../shared/team-time.ts'
import { answerCall } from './api/answer-call.ts'
import { createCompany } from './company.ts'
import { people } from './people.ts'
import { pressing } from './pressing.ts'
import { createQuota } from './quota.ts'
import type { RecordedCall } from './record.ts'
import { seeing } from './seeing.ts'
import { createSessions } from './sessions.ts'
import { type DingTalkOptions, type Settings, settingsOf } from './settings.ts'
import type { Side } from './side.ts'
import { openConnections } from './stream/connections.ts'
import { createDeliveries } from './stream/deliveries.ts'
import { createTempers } from './tempers.ts'
import { createTokens } from './tokens.ts'
import { visibleText } from './visible.ts'
import { worldBuilding } from './world-building.ts'

export type DingTalkSimulator = Awaited<ReturnType<typeof openDingTalkSimulator>>

/** DingTalk's side of the wire on loopback: a company with one app in it, strict, with DingTalk's tempers. */
export async function openDingTalkSimulator(options: DingTalkOptions = {}) {
  const settings = settingsOf(options)
  const { server, origin } = await listen()
  const time = createTeamTime(settings.now)
  const side = createSide(settings, origin, time.now)
  const { company, connections, deliveries, quota, recording, tempers, tokens } = side
  const broken = jsonReply(500, { code: 'ServiceUnavailable', message: 'The simulator could not answer' })
  openDoors(server, { side, answer: call => answerCall(side, call), broken })

  const { forget } = deliveries
  const parts = { platform: 'DingTalk', server, time, recording, tempers, connections, forget }
  return simulator(parts, {
    /** Both APIs are here; `apiUrl` and `oapiUrl` differ only in the real DingTalk. */
    apiUrl: origin,
    oapiUrl: origin,
    corpId: company.corpId,
    bot: company.bot,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    robotCode: settings.clientId,

    ...worldBuilding(side),
    ...people(side),
    ...pressing(side),
    ...seeing(side),
    visibleText,

    /** Every token that was given out is over. */
    expireTokens: tokens.expire,
    /** Metered calls in this month. */
    get usedCalls() {
      return quota.used
    },
    /** As if the company had made so many metered calls already. */
    useCalls: quota.use,
    /** The APIs that were called oftener than DingTalk allows, each time once. */
    tooFast: quota.tooFast,
    /** What people sent so far can no longer be downloaded: its codes are over. */
    expireDownloads: () => company.downloads.clear(),
    /** From now on, or until told otherwise, messages to this person are held back. */
    flowControls(staffId: string, controlled = true) {
      if (controlled) tempers.flowControlled.add(staffId)
      else tempers.flowControlled.delete(staffId)
    },

    disconnects: connections.disconnect,
    /** Any text at all, on every open connection. */
    sendsFrame: connections.sendRaw,
    /** From now on, or until told otherwise, connections stay open and say nothing. */
    goSilent(silent: boolean) {
      tempers.silent = silent
    },
    /** DingTalk stops trying to deliver what is not acknowledged. */
    forgetsUndelivered: forget,
  })
}

function createSide(settings: Settings, origin: string, now: () => Date): Side {
  const { realNow } = settings
  const tempers = createTempers()
  const recording = createRecording<RecordedCall>()
  const deliveries = createDeliveries(settings, (topic, frame) => connections.send(topic, frame))
  const connections = openConnections({
    settings,
    tempers,
    onOpen: deliveries.flush,
    onReply(reply) {
      const wrong = deliveries.hear(reply)
      if (wrong !== null) recording.unexpected.push(wrong)
    },
    onClosed: deliveries.lose,
    onMistake: mistake => void recording.unexpected.push(mistake),
  })
  return {
    settings,
    company: createCompany(settings.botName),
    tokens: createTokens(realNow, settings.tokenLifeMs),
    sessions: createSessions(now, settings.sessionLifeMs),
    quota: createQuota({ now, realNow }, settings.monthlyCalls),
    tempers,
    recording,
    connections,
    deliveries,
    newId: createIds(realNow()),
    now,
    origin,
  }
}
