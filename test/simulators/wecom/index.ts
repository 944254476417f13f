import { createIds } from '../shared/ids.ts'
import { createRecording } from '../shared/recording.ts'
import { jsonReply } from '../shared/reply.ts'
import { listen, openDoors } from '../shared/server.ts'
import { simulator } from '../shared/simulator.ts'
import { createTeamTime } from '../shared/team-time.ts'
import { answerCall } from './api/answer-call.ts'
import { createCallbacks } from './app/callbacks.ts'
import { createResponseCodes } from './app/response-codes.ts'
import { appXml } from './app/telling.ts'
import { answerFrame } from './bot/answer-frame.ts'
import { openConnections } from './bot/connections.ts'
import { createExchanges } from './bot/exchanges.ts'
import { createCorp } from './corp.ts'
import { createPace } from './pace.ts'
import { people } from './people.ts'
import { pressing } from './pressing.ts'
import type { RecordedCall } from './record.ts'
import { seeing } from './seeing.ts'
import { type Settings, settingsOf, type WeComOptions } from './settings.ts'
import type { Side } from './side.ts'
import { createTempers } from './tempers.ts'
import { createTokens } from './tokens.ts'
import { visibleText } from './visible.ts'
import { worldBuilding } from './world-building.ts'

export type WeComSimulator = Awaited<ReturnType<typeof openWeComSimulator>>

/** WeCom's side of the wire on loopback: a company with an AI bot, an app and webhooks, strict, with WeCom's tempers. */
export async function openWeComSimulator(options: WeComOptions = {}) {
  const settings = settingsOf(options)
  const { server, origin } = await listen()
  const time = createTeamTime(settings.now)
  const side = createSide(settings, origin, time.now)
  const { callbacks, connections, recording, tempers, tokens } = side
  const broken = jsonReply(500, { errcode: -1, errmsg: 'system error' })
  openDoors(server, { side, answer: call => answerCall(side, call), broken })

  const { corpId, botId, botSecret, botName, agentId, appSecret, callbackToken, callbackAesKey } = settings
  const parts = { platform: 'WeCom', server, time, recording, tempers, connections }
  return simulator(parts, {
    apiUrl: origin,
    wsUrl: origin.replace('http', 'ws'),
    corpId,
    bot: { botId, secret: botSecret, name: botName },
    app: { agentId, secret: appSecret, callback: { token: callbackToken, aesKey: callbackAesKey } },

    ...worldBuilding(side),
    ...people(side),
    ...pressing(side),
    ...seeing(side),
    visibleText,

    /** Chats, webhooks and people to whom more was said than WeCom allows: refused, or of the app dropped without a word. */
    tooFast: side.pace.tooFast,

    /** The token that was given out is over. */
    expireTokens: tokens.expire,
    /** From now on, or until told otherwise, calls from our address are refused. */
    trustsAddress(trusted: boolean) {
      tempers.trustsAddress = trusted
    },

    /** From now on files that were sent to the bot are given so much later. */
    lendsAfter(ms: number) {
      tempers.lendsAfterMs = ms
    },

    /** Whether the bot is there to hear. */
    get subscribed() {
      return connections.subscribed
    },
    /** Any text at all, on every open connection. */
    sendsFrame: connections.sendRaw,
    /** From now on, or until told otherwise, connections stay open and say nothing. */
    goSilent(silent: boolean) {
      tempers.silent = silent
    },

    /** Callbacks of the app are posted to this address from now on. */
    useCallback: callbacks.use,
    /** A callback as WeCom posts it; with another secret, time, company or length it is forged, stale, foreign or cut. */
    callbackRequest: callbacks.request,
    /** The call with which WeCom checks an address; it is proved by answering with these very words. */
    proofRequest: callbacks.proof,
    /** What a person says to the app as the XML within a callback, for `callbackRequest`. */
    appXml: (userId: string, fields: Parameters<typeof appXml>[2], at?: Date) => appXml(side, userId, fields, at),
  })
}

function createSide(settings: Settings, origin: string, now: () => Date): Side {
  const { realNow } = settings
  const newId = createIds(realNow())
  const tempers = createTempers()
  const recording = createRecording<RecordedCall>()
  const connections = openConnections({
    tempers,
    onFrame: (frame, connection) => answerFrame(side, frame, connection),
    onMistake: mistake => void recording.unexpected.push(mistake),
  })
  const side: Side = {
    settings,
    corp: createCorp(settings.corpName),
    tokens: createTokens(realNow, settings.tokenLifeMs),
    pace: createPace(realNow),
    tempers,
    recording,
    connections,
    exchanges: createExchanges(),
    uploads: new Map(),
    callbacks: createCallbacks({ settings, recording, newId }),
    responseCodes: createResponseCodes(now, newId),
    sentByApp: new Map(),
    newId,
    now,
    origin,
  }
  return side
}
