import { setTimeout as sleep } from 'node:timers/promises'
import { createRandom, type Random } from '../../../src/base/random.ts'
import { fromMonday } from '../furnish.ts'
import { ifGone } from '../gone.ts'
import { roomClient } from '../room-client.ts'
import { type Acknowledged, startDriver } from './driver.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Platform, platforms } from './places.ts'
import { answerTo, sees } from './reading.ts'
import { accountsOf, link, setUpTeam } from './team.ts'
import { type Accounts, openWorld, type World } from './world.ts'

const boss = { slack: 'U0BOSS', dingtalk: 'boss', wecom: 'boss', room: 'boss' }
export const reps: Readonly<Record<string, Accounts>> = {
  周一: { slack: 'U0REP1' },
  周二: { slack: 'U0REP2' },
  吴三: { dingtalk: 'rep3' },
  吴四: { dingtalk: 'rep4' },
  郑五: { wecom: 'rep5' },
  郑六: { wecom: 'rep6' },
  王七: { room: 'rep7' },
  王八: { room: 'rep8' },
  李九: { slack: 'U0REP9', dingtalk: 'rep9' },
  李十: { wecom: 'rep10', room: 'rep10' },
}
export const names = Object.keys(reps)
export const everybody: readonly Accounts[] = [boss, ...Object.values(reps)]

/** Where the clock is to go during each life of the process, in the week after this one. */
const stops = ['17:10', '18:50', '19:05', '21:00'] as const
const targetOf = (now: Date, life: number): Date => fromMonday(now, Math.floor(life / 4), stops[life % 4] ?? '17:10')

/** What there is to tell of a week in which the process was killed again and again. */
export interface HardWeek {
  readonly world: World
  readonly acknowledged: Acknowledged
  readonly from: Date
  readonly to: Date
  /** What each group was told by `/board`, when all was over. */
  readonly boards: ReadonlyMap<Platform, Figures>
}

/** Everybody reports all the time while the process is killed so often, and connections break; at the end it is stopped. */
export async function liveHardWeek(kills: number, seed: number): Promise<HardWeek> {
  const random = createRandom(seed)
  // A person of whom WeCom waits for three answers is not heard for minutes; here the process is killed over the fourth.
  const world = await openWorld({ 张敏: boss, ...reps }, { wecom: { openAtOnce: 100 } })
  await world.start()
  const from = await roomClient(world.server.base).now()
  await world.goTo(fromMonday(from, -1, '23:30'))
  await gather(world)
  // The first life has somewhere to go.
  await world.goTo(fromMonday(from, 0, '17:00'))
  const driver = startDriver(world, reps, random)
  for (let life = 0; life < kills; life++) {
    const moving = roomClient(world.server.base).goTo(targetOf(from, life)).catch(ifGone(undefined))
    await sleep(random.int(50, 1_500))
    upset(world, random)
    await sleep(random.int(50, 500))
    await world.server.end('SIGKILL')
    await moving
    await world.start()
  }
  const acknowledged = await driver.stop()
  const to = targetOf(from, kills)
  await world.goTo(to)
  await quietDown(world)
  const boards = new Map<Platform, Figures>()
  for (const platform of platforms) boards.set(platform, await askForBoard(world, platform))
  await quietDown(world)
  const ended = await world.server.end('SIGTERM')
  if (ended.code !== 0) throw new Error(`it did not stop by itself: ${JSON.stringify(ended)}`)
  return { world, acknowledged, from, to, boards }
}

/** A team with everybody in it. */
async function gather(world: World): Promise<void> {
  const { room } = world.places
  await setUpTeam(world, boss)
  for (const accounts of Object.values(reps)) {
    const [first] = accountsOf(accounts)
    // Whoever is in Slack's channel is in the team already.
    if (first !== undefined && first[0] !== 'slack') await world.places[first[0]].says(first[1], '/加入')
    await link(world, accounts)
  }
  // WeCom tells names to the app alone, a moment later.
  const members = async () => [
    await answerTo(
      () => room.direct(boss.room),
      () => room.tells(boss.room, '/成员'),
      /销售一部 · 11 人/,
    ),
  ]
  await sees(members, /郑五[\s\S]*郑六|郑六[\s\S]*郑五/)
}

/** Cuts a connection or two, or asks for new ones. */
function upset({ slack, dingtalk, wecom }: World, random: Random): void {
  if (random.chance(0.3)) slack.dropsConnections()
  else if (random.chance(0.4)) slack.disconnects('refresh_requested')
  if (random.chance(0.3)) dingtalk.dropsConnections()
  else if (random.chance(0.4)) dingtalk.disconnects()
  if (random.chance(0.4)) wecom.dropsConnections()
}

/** Waits until the bot has said nothing for a while: what is paced takes its time. */
async function quietDown({ slack, dingtalk, wecom }: World): Promise<void> {
  const calls = () => slack.calls.length + dingtalk.calls.length + wecom.calls.length
  for (let before = -1; before !== calls(); await sleep(5_000)) before = calls()
}

async function askForBoard({ places }: World, platform: Platform): Promise<Figures> {
  const { says, group } = places[platform]
  const board = await answerTo(group, () => says(boss[platform], '/榜单'), /签单额榜[\s\S]*截至/)
  return figuresOf(board, names)
}
