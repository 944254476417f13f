import { createIds } from '../shared/ids.ts'
import { listen } from '../shared/server.ts'
import { simulator } from '../shared/simulator.ts'
import { createTeamTime } from '../shared/team-time.ts'
import { openConnections } from './connections.ts'
import { filesPath } from './downloads.ts'
import { createEnvelopes } from './envelopes.ts'
import { createHttpEvents } from './http-events.ts'
import { interactions } from './interactions.ts'
import { createAppLink, type Payload } from './link.ts'
import { modals } from './modals.ts'
import { createPace } from './pace.ts'
import { people } from './people.ts'
import { createPermits } from './permits.ts'
import { createSlackRecording } from './record.ts'
import { seeing } from './seeing.ts'
import { serve } from './server.ts'
import { type Settings, type SlackOptions, settingsOf } from './settings.ts'
import type { Side } from './side.ts'
import { type SignOptions, signedRequest } from './signing.ts'
import { createTempers } from './tempers.ts'
import { tsAt } from './timestamps.ts'
import { createViews } from './views.ts'
import { visibleText } from './visible.ts'
import { eventBody, tell } from './wire/event.ts'
import { createWorkspace } from './workspace.ts'
import { worldBuilding } from './world-building.ts'

export type SlackSimulator = Awaited<ReturnType<typeof openSlackSimulator>>

/** Slack's side of the wire on loopback: an empty workspace with the bot in it, strict, with Slack's tempers. */
export async function openSlackSimulator(options: SlackOptions = {}) {
  const settings = settingsOf(options)
  const { server, origin } = await listen()
  const time = createTeamTime(settings.now)
  const side = createSide(settings, origin, time.now)
  const { workspace, connections, recording, tempers, link } = side
  serve(server, side)

  const { forget } = link
  const parts = { platform: 'Slack', server, time, recording, tempers, connections, forget }
  return simulator(parts, {
    apiUrl: `${origin}/api/`,
    teamId: workspace.teamId,
    appId: workspace.appId,
    bot: workspace.bot,
    botToken: settings.botToken,
    appToken: settings.appToken,
    signingSecret: settings.signingSecret,

    ...worldBuilding(side),
    ...people(side),
    ...interactions(side),
    ...modals(side),
    ...seeing(side),
    visibleText,

    get count429() {
      return recording.count429
    },
    disconnects: connections.disconnect,
    /** Every token is refused from now on, and the app is told of it. */
    revokeTokens() {
      const tokens = { oauth: [], bot: [workspace.bot.userId] }
      void tell(side, { type: 'tokens_revoked', tokens, event_ts: tsAt(side.now()) })
      tempers.tokensRevoked = true
    },
    /** So long the bytes of a file take from now on. */
    filesComeAfter(ms: number) {
      tempers.filesComeAfterMs = ms
    },
    /** Slack stops trying to deliver what is not acknowledged: only history knows of it. */
    forgetsUndelivered: forget,

    /** HTTP mode: everything is posted to this address from now on. */
    useHttp(url: string) {
      link.use(createHttpEvents(settings, url))
    },
    /** A request as Slack signs it; with another secret or time it is forged, stale or from the future. */
    signedRequest(
      kind: Payload['kind'],
      body: Payload['body'],
      { url = `${origin}/slack/events`, ...sign }: Signing = {},
    ) {
      const at = Math.floor(settings.realNow() / 1000)
      return signedRequest(url, { kind, body }, { at, secret: settings.signingSecret, ...sign })
    },
    /** An event of any type in its wrapper, for `signedRequest` or `sendsEvent`. */
    eventBody: (event: Payload['body']) => eventBody(side, event),
    /** Delivers any event at all, also one that the simulator has no verb for. */
    sendsEvent: (body: Payload['body']) => link.deliver({ kind: 'event', body }),
  })
}

type Signing = Partial<SignOptions> & { readonly url?: string }

function createSide(settings: Settings, origin: string, now: () => Date): Side {
  const { realNow } = settings
  const workspace = createWorkspace(`${origin}${filesPath}`)
  const tempers = createTempers()
  const recording = createSlackRecording()
  const link = createAppLink()
  const envelopes = createEnvelopes(settings, frame => connections.send(frame))
  const connections = openConnections({
    settings,
    appId: workspace.appId,
    refuses: () => tempers.refusesConnections,
    onOpen() {
      link.use(envelopes)
      envelopes.flush()
    },
    onFrame(frame) {
      const wrong = envelopes.hear(frame)
      if (wrong !== null) recording.unexpected.push(wrong)
    },
  })
  return {
    settings,
    workspace,
    views: createViews(),
    permits: createPermits(realNow),
    tempers,
    pace: createPace(realNow),
    recording,
    link,
    connections,
    newId: createCapitalIds(realNow()),
    now,
    origin,
  }
}

/** Slack writes its ids in capitals. */
function createCapitalIds(startedAt: number): (prefix: string) => string {
  const newId = createIds(startedAt)
  return prefix => `${prefix}${newId('').toUpperCase()}`
}
