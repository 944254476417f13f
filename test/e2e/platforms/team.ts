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

/** Whoever may do so makes the groups on all other platforms groups of the team. */
export async function bindGroups(world: World, manager: Accounts): Promise<void> {
  const [first, ...others] = accountsOf(manager)
  if (first === undefined) return
  for (const [platform, account] of others) {
    const code = await codeFor(world, first, '/绑定')
    const { says, group } = world.places[platform]
    await says(account, `/绑定 ${code}`)
    await sees(group, /这个群现在也是“销售一部”的群/)
  }
}
