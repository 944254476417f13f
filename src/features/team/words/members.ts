import type { Lang } from '../../../base/words.ts'
import { actions, content, field, fields, heading, quiet, table, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Team } from '../../../context.ts'
import type { TeamMember } from '../members.ts'
import { roleName } from '../role-names.ts'
import { usualWeek } from './calendar.ts'

const separator = { zh: '、', en: ', ' } as const

/** Who is in the team. */
export function membersWords(lang: Lang, team: Team, members: readonly TeamMember[], mayChange: boolean): Content {
  const w = {
    zh: {
      title: `${team.name} · ${members.length} 人`,
      name: '姓名',
      role: '角色',
      aliases: '别名',
      how: '修改：/成员 张三 role=manager · alias=小张 · name=新名字 · calendar 大小周 · remove；添加：/成员 add 张三',
    },
    en: {
      title: `${team.name} · ${members.length} ${members.length === 1 ? 'member' : 'members'}`,
      name: 'Name',
      role: 'Role',
      aliases: 'Aliases',
      how: 'Change: /member NAME role=manager · alias=Zed · name=NEW · calendar mon-fri · remove. Take in: /member add NAME',
    },
  }[lang]
  const rows = members.map(member => [member.name, roleName(member.role, lang), member.aliases.join(separator[lang])])
  const columns = [{ label: w.name }, { label: w.role }, { label: w.aliases }]
  return content(lang, heading(w.title), table(columns, rows), mayChange ? quiet(w.how) : null)
}

/** One member, as asked for. */
export function memberWords(lang: Lang, member: TeamMember): Content {
  return content(lang, heading(member.name), factsOf(lang, member))
}

/** One member, just taken in. */
export function addedWords(lang: Lang, member: TeamMember): Content {
  const done = { zh: `${member.name} 已加入团队`, en: `${member.name} is in the team now` }[lang]
  return content(lang, text(done), factsOf(lang, member))
}

/** One member, after a change. */
export function memberChangedWords(lang: Lang, member: TeamMember): Content {
  const done = { zh: `已更新 ${member.name}`, en: `${member.name} is updated` }[lang]
  return content(lang, text(done), factsOf(lang, member))
}

function factsOf(lang: Lang, member: TeamMember) {
  const w = {
    zh: { role: '角色', aliases: '别名', calendar: '工作日', joined: '加入' },
    en: { role: 'Role', aliases: 'Aliases', calendar: 'Workdays', joined: 'Joined' },
  }[lang]
  return fields(
    field(w.role, roleName(member.role, lang)),
    member.aliases.length === 0 ? null : field(w.aliases, member.aliases.join(separator[lang])),
    field(w.calendar, usualWeek(member.calendar, lang)),
    field(w.joined, member.joinedOn),
  )
}

export function askRemovalWords(lang: Lang, member: TeamMember): Content {
  const w = {
    zh: {
      ask: `确定把 ${member.name} 移出团队吗？记录都会保留。`,
      button: '移出',
      words: `/member ${member.name} remove 确认`,
    },
    en: {
      ask: `Remove ${member.name} from the team? Everything on record stays.`,
      button: 'Remove',
      words: `/member ${member.name} remove confirm`,
    },
  }[lang]
  const button = {
    id: 'team.remove-member',
    label: w.button,
    words: w.words,
    value: member.memberId,
    style: 'danger',
  } as const
  return content(lang, text(w.ask), actions(button))
}

export function removedWords(lang: Lang, member: TeamMember): Content {
  const { name } = member
  const words = {
    zh: `${name} 已移出团队，不再被提醒和计入。也请把 TA 移出群，否则 TA 说一声“加入”就能回来。`,
    en: `${name} is out of the team, asked for nothing and not counted. Remove them from the group as well: whoever is in it can come back by saying "join" to me.`,
  }
  return content(lang, text(words[lang]))
}

export function askDepartureWords(lang: Lang, team: Team): Content {
  const w = {
    zh: {
      ask: `确定退出“${team.name}”吗？你的记录会保留，之后不再提醒你。`,
      button: '退出团队',
      words: '/leave-team 确认',
    },
    en: {
      ask: `Leave "${team.name}"? What you reported stays, and you are not asked for anything any more.`,
      button: 'Leave the team',
      words: '/leave-team confirm',
    },
  }[lang]
  return content(
    lang,
    text(w.ask),
    actions({ id: 'team.leave-team', label: w.button, words: w.words, style: 'danger' }),
  )
}

export function departedWords(lang: Lang, team: Team): Content {
  const words = {
    zh: `你已退出“${team.name}”。想回来时，在群里@我说“加入”。`,
    en: `You have left "${team.name}". To come back, mention me in its group and say "join".`,
  }
  return content(lang, text(words[lang]))
}

export function alreadyInWords(lang: Lang, team: Team): Content {
  const words = { zh: `你已经在“${team.name}”里了。`, en: `You are in "${team.name}" already.` }
  return content(lang, text(words[lang]))
}

/** The teams of a person, to choose the one that direct messages are about. */
export function teamsWords(lang: Lang, teams: readonly Team[], current: Team): Content {
  const w = {
    zh: { now: `私聊时说的是“${current.name}”。`, only: '你只在这一个团队里。' },
    en: { now: `Direct messages are about "${current.name}".`, only: 'It is your only team.' },
  }[lang]
  const others = teams.filter(team => team.id !== current.id)
  const buttons = others.map(team => ({
    id: 'team.switch',
    label: team.name,
    words: `/switch ${team.name}`,
    value: team.id,
  }))
  return content(lang, text(w.now), others.length === 0 ? quiet(w.only) : actions(...buttons))
}
