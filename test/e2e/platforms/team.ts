import { type Platform, platforms } from './places.ts'
import { answerTo, sees } from './reading.ts'
import type { Accounts, World } from './world.ts'

/** Everybody's accounts, the first one first. */
export function accountsOf(accounts: Accounts): readonly (readonly [Platform, string])[] {
  return platforms.flatMap(platform => {
    const account = accounts[platform]
    return account === undefined ? [] : [[platform, account] as const]
  })
}

/** The code that somebody is told in private. */
async function codeFor({ places }: World, [platform, account]: readonly [Platform, string], ask: string) {
  const { tells, direct } = places[platform]
  const code = /\/\S+ ([2-9A-Z]{6})\b/
  const told = await answerTo(
    () => direct(account),
    () => tells(account, ask),
    code,
  )
  return code.exec(told)?.[1] ?? ''
}

/** Makes one person of somebody's accounts: asks for a code on the first platform and types it on the others. */
export async function link(world: World, accounts: Accounts): Promise<void> {
  const [first, ...others] = accountsOf(accounts)
  if (first === undefined) return
  for (const [platform, account] of others) {
    const code = await codeFor(world, first, '/关联')
    const { tells, direct } = world.places[platform]
    await tells(account, `/关联 ${code}`)
    await sees(() => direct(account), /已关联/)
  }
}

/** A team that begins in Slack, on workdays that no holiday changes, and is led into the groups on all other platforms. */
export async function setUpTeam(world: World, manager: Accounts & { readonly slack: string }): Promise<void> {
  const { slack } = world.places
  await slack.says(manager.slack, '/setup 销售一部')
  await sees(slack.group, /“销售一部”建好了/)
  await slack.says(manager.slack, '/settings calendar mon-fri holidays=off')
  await sees(() => slack.direct(manager.slack), /周一至周五/)
  await link(world, manager)
  const [first, ...others] = accountsOf(manager)
  if (first === undefined) return
  for (const [platform, account] of [first, ...others]) {
    if (platform === 'slack') continue
    const code = await codeFor(world, first, '/绑定')
    const { says, group } = world.places[platform]
    await says(account, `/绑定 ${code}`)
    await sees(group, /这个群现在也是“销售一部”的群/)
  }
}
