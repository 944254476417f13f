import { createIds } from '../shared/ids.ts'
import { listen, stop } from '../shared/server.ts'
import { createCompany } from './company.ts'
import { people } from './people.ts'
import { pressing } from './pressing.ts'
import { createQuota } from './quota.ts'
import { createRecording } from './record.ts'
import { seeing } from './seeing.ts'
import { serve } from './server.ts'
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
  const { side, setNow } = createSide(settings, origin)
  const { company, connections, deliveries, quota, recording, tempers, tokens } = side
  serve(server, side)

  async function close(): Promise<void> {
    deliveries.forget()
    await connections.close()
    await stop(server)
    const faults = [...recording.unexpected, ...tempers.unused()]
    if (faults.length > 0) throw new Error(`DingTalk's side was not used as expected:\n${faults.join('\n')}`)
  }

  return {
    /** Both APIs are here; `apiUrl` and `oapiUrl` differ only in the real DingTalk. */
    apiUrl: origin,
    oapiUrl: origin,
    corpId: company.corpId,
    bot: company.bot,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    robotCode: settings.clientId,
    /** Ends it; throws when the app did what DingTalk would have refused, or a planned failure was never met. */
    close,

    /** The team's time. */
    get now() {
      return side.now
    },
    set now(now: () => Date) {
      setNow(now)
    },

    ...worldBuilding(side),
    ...people(side),
    ...pressing(side),
    ...seeing(side),
    visibleText,

    calls: recording.calls,
    /** What DingTalk refused as mistakes of the program so far; taken here, `close` does not throw for it. */
    takeUnexpected: () => recording.unexpected.splice(0),

    failNext: tempers.failNext,
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
    /** From now on, or until told otherwise, messages to this person are held back. */
    flowControls(staffId: string, controlled = true) {
      if (controlled) tempers.flowControlled.add(staffId)
      else tempers.flowControlled.delete(staffId)
    },

    get connectionCount() {
      return connections.count
    },
    disconnects: connections.disconnect,
    dropsConnections: connections.drop,
    /** Any text at all, on every open connection. */
    sendsFrame: connections.sendRaw,
    /** From now on, or until told otherwise, no web socket can be opened. */
    refuseConnections(refused: boolean) {
      tempers.refusesConnections = refused
    },
    /** From now on, or until told otherwise, connections stay open and say nothing. */
    goSilent(silent: boolean) {
      tempers.silent = silent
    },
    /** DingTalk stops trying to deliver what is not acknowledged. */
    forgetsUndelivered: deliveries.forget,
  }
}

function createSide(settings: Settings, origin: string) {
  let now = settings.now
  const { realNow } = settings
  const current = () => now()
  const tempers = createTempers()
  const recording = createRecording()
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
  const side: Side = {
    settings,
    company: createCompany(settings.botName),
    tokens: createTokens(realNow, settings.tokenLifeMs),
    sessions: createSessions(current, settings.sessionLifeMs),
    quota: createQuota({ now: current, realNow }, settings.monthlyCalls),
    tempers,
    recording,
    connections,
    deliveries,
    newId: createIds(realNow()),
    now: current,
    origin,
  }
  const setNow = (next: () => Date) => {
    now = next
  }
  return { side, setNow }
}
