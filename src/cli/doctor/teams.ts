import type { Team } from '../../context.ts'
import { managersOf, membersOf, type TeamMember } from '../../features/team/members.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Finding, ok, someOf, warning } from './finding.ts'

/** What a team needs so that it can be spoken to. */
export interface TeamFacts {
  readonly name: string
  readonly channels: number
  readonly members: readonly Pick<TeamMember, 'name' | 'personId'>[]
  readonly managers: number
  /** Persons who can be reached on some platform. */
  readonly reachable: ReadonlySet<string>
}

export async function checkTeam(db: Tx, team: Team): Promise<readonly Finding[]> {
  const members = await membersOf(db, team)
  const accounts = await db.account.findMany({
    where: { personId: { in: members.map(({ personId }) => personId) } },
    select: { personId: true },
  })
  return judgeTeam({
    name: team.name,
    channels: await db.channel.count({ where: { teamId: team.id } }),
    members,
    managers: (await managersOf(db, team)).length,
    reachable: new Set(accounts.map(({ personId }) => personId)),
  })
}

export function judgeTeam({ name, channels, members, managers, reachable }: TeamFacts): readonly Finding[] {
  const mute = members.filter(({ personId }) => !reachable.has(personId)).map(member => member.name)
  const findings = [
    channels > 0 ? null : withoutChannel(name),
    managers > 0 ? null : withoutManager(name),
    mute.length === 0 ? null : withoutAccount(name, mute),
  ].filter(finding => finding !== null)
  if (findings.length > 0) return findings
  return [
    ok('team', {
      zh: `${name}：${members.length} 名成员，${channels} 个群`,
      en: `${name}: ${members.length} members, ${channels} ${channels === 1 ? 'group' : 'groups'}`,
    }),
  ]
}

const withoutChannel = (team: string): Finding =>
  warning(
    'team-channel',
    { zh: `${team}：没有群，汇总和榜单无处可发`, en: `${team}: it has no group, so digests and boards go nowhere` },
    { zh: '把机器人拉进团队的群', en: "invite the bot into the team's group" },
  )

const withoutManager = (team: string): Finding =>
  warning(
    'team-manager',
    { zh: `${team}：没有经理`, en: `${team}: nobody is its manager` },
    { zh: '请管理员输入 /member 姓名 role=manager', en: 'an admin types /member NAME role=manager' },
  )

const withoutAccount = (team: string, names: readonly string[]): Finding =>
  warning(
    'team-account',
    { zh: `${team}：联系不到 ${someOf(names)}`, en: `${team}: there is no way to reach ${someOf(names)}` },
    {
      zh: '请他们在群里说一句话，或用 members import 导入账号',
      en: 'they say a word in the group, or members import brings their accounts',
    },
  )
