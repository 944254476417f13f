import type { Viewer } from './until.ts'

/** Somebody of a team on a platform, and what they see of the bot. */
export interface Person<Message> extends Viewer<Message> {
  /** Says it to the bot in the group. */
  says(text: string): Promise<unknown>
  /** Says it to the bot alone. */
  tells(text: string): Promise<unknown>
}

/** The four of the Room's tour by their accounts: Zhang Min, who leads, Li Na, Wang Qiang and Zhao Lei. */
export function four<One>(person: (account: string) => One, accounts: readonly [string, string, string, string]) {
  const [zhang, li, wang, zhao] = accounts
  return { zhang: person(zhang), li: person(li), wang: person(wang), zhao: person(zhao) }
}

/** A team in the group, on workdays that no holiday changes; the one who sets it up is its admin. */
export async function setUpTeam({ says, sees }: Person<unknown>): Promise<void> {
  await says('/setup 销售一部')
  await sees(/“销售一部”/)
  await says('/settings calendar mon-fri holidays=off')
  await sees(/日历|周一/)
}

/** From nothing: the first word brings a greeting, one line makes the team, and whoever speaks joins. */
export async function beginFromNothing(admin: Person<unknown>, others: readonly Person<unknown>[]): Promise<void> {
  await admin.says('你好')
  await admin.sees(/团队/)
  await setUpTeam(admin)
  for (const one of others) await one.says('我来了')
}
