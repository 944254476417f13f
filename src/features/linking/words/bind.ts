import { UserError } from '../../../base/errors.ts'
import type { Lang, Words } from '../../../base/words.ts'
import { code, content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Team } from '../../../context.ts'
import { platformName } from '../../team/platform-names.ts'
import { CODE_MINUTES } from '../code.ts'

export interface Group {
  readonly id: string
  readonly platform: string
  readonly name: string | null
}

/** The code to bind a further group with, and the groups there are. */
export function bindWords(lang: Lang, team: Team, groups: readonly Group[], fresh: string): Content {
  const w = {
    zh: {
      title: `给“${team.name}”再绑一个群`,
      how: `把我拉进那个群，哪个平台都行，${CODE_MINUTES} 分钟内在群里输入：`,
      who: '由你或团队的其他经理、管理员来输入；在那个平台上还没关联账号的，先私聊我发 /关联。',
      now: '现在的群：',
    },
    en: {
      title: `One more group for "${team.name}"`,
      how: `Invite me into that group, on any platform, and within ${CODE_MINUTES} minutes type in it: `,
      who: 'You can type it, or another manager or admin of the team; whoever has not linked their account there says /link to me first.',
      now: 'Its groups now:',
    },
  }[lang]
  return content(
    lang,
    heading(w.title),
    text(w.how, code({ zh: `/绑定 ${fresh}`, en: `/bind ${fresh}` }[lang])),
    quiet(w.who),
    text(w.now),
    list(groups.map(group => [groupName(lang, group)])),
  )
}

function groupName(lang: Lang, { platform, name }: Group): string {
  const unnamed = { zh: '（没有名字的群）', en: '(a group without a name)' }[lang]
  return `${platformName(platform, lang)} · ${name ?? unnamed}`
}

/** Said to the group: it is the team's from now on. */
export function boundWords(lang: Lang, team: Team, taken: number): Content {
  const w = {
    zh: {
      done: `这个群现在也是“${team.name}”的群：汇总和榜单会发到这里，在这里交的计划和日报一样算。`,
      taken: `群里 ${taken} 位同事已加入团队。`,
      link: '已经在别的平台上交的人，先私聊我发 ',
      so: '，两边就是同一个人。',
    },
    en: {
      done: `This group belongs to "${team.name}" now as well: digests and boards come here too, and plans and reports given here count the same.`,
      taken: `${taken} ${taken === 1 ? 'colleague is' : 'colleagues are'} in the team by being here.`,
      link: 'Whoever reports on another platform already says ',
      so: ' to me in a direct chat first, to be one person on both.',
    },
  }[lang]
  const how = code({ zh: '/关联', en: '/link' }[lang])
  return content(lang, text(w.done), taken > 0 ? text(w.taken) : null, quiet(w.link, how, w.so))
}

export function unboundWords(lang: Lang, team: Team): Content {
  const words = {
    zh: `这个群不再是“${team.name}”的群了，之后不再往这里发汇总和榜单。交过的都还在。要再绑回来，在团队的其他群里输入 `,
    en: `This group does not belong to "${team.name}" any more: no digests and boards come here. What was reported stays. To bind it again, type in another group of the team: `,
  }
  return content(lang, text(words[lang], code({ zh: '/绑定', en: '/bind' }[lang])))
}

export const whereGroupCodes: Words = {
  zh: '由团队的经理在团队已有的群里输入 /绑定',
  en: 'a manager of the team types /bind in a group that the team has',
}

export function noTeamToBind(): UserError {
  return new UserError('linking.no-team', {
    zh: `这里还没有团队。要把这个群绑到已有的团队，先拿一个码：${whereGroupCodes.zh}，再在这里输入 /绑定 和那个码。`,
    en: `There is no team here. To bind this group to one, get a code first: ${whereGroupCodes.en}; then type /bind and the code here.`,
  })
}

export function needsGroup(): UserError {
  return new UserError('linking.needs-group', {
    zh: '请在要绑定的那个群里输入。',
    en: 'Type it in the group that it is about.',
  })
}

export function notYours(team: Team): UserError {
  return new UserError('linking.not-yours', {
    zh: `只有“${team.name}”的经理或管理员能绑定群。如果你就是，先关联这个平台上的账号：在原来的平台私聊我发 /关联，再到这里私聊我输入那个码；然后在这个群里再发一次。`,
    en: `Only a manager or admin of "${team.name}" may bind a group. If you are one, link your account here first: say /link to me on the platform that you have been using, and tell me that code here in a direct chat; then type this once more.`,
  })
}

export function boundAlready(team: Team): UserError {
  return new UserError('linking.bound-already', {
    zh: `这个群已经是“${team.name}”的群了。`,
    en: `This group belongs to "${team.name}" already.`,
  })
}

export function otherTeam(name: string): UserError {
  return new UserError('linking.other-team', {
    zh: `这个群是“${name}”的群，一个群只能属于一个团队。要换的话，先由“${name}”的经理在这里输入 /解绑。`,
    en: `This group belongs to "${name}", and a group has one team. To change that, a manager of "${name}" first types /unbind here.`,
  })
}

export function onlyGroup(team: Team): UserError {
  return new UserError('linking.only-group', {
    zh: `这是“${team.name}”唯一的群，解绑后就没有地方发汇总了。先绑定另一个群：/绑定`,
    en: `This is the only group of "${team.name}"; without it there would be nowhere to post. Bind another one first: /bind`,
  })
}

export function teamGone(): UserError {
  return new UserError('linking.team-gone', {
    zh: '这个码所属的团队已经不在了。',
    en: 'The team of this code is no more.',
  })
}
