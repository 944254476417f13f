import type { Action, Command, Feature } from '../feature.ts'
import { calendarAlarmJob } from './calendar-alarm.ts'
import { changeMember } from './change-member.ts'
import { keepsOfPerson } from './keeps.ts'
import { readLeaveRequest } from './leave-request.ts'
import { leaveTeam } from './leave-team.ts'
import { isConfirmation, readMemberRequest } from './member-request.ts'
import { obeyLeave } from './obey-leave.ts'
import { obeyMember } from './obey-member.ts'
import { setMyLang } from './obey-settings.ts'
import { obeyJoin, obeySetUpForm, obeyTypedSetUp } from './obey-setup.ts'
import { offerLeave, takeOfferedLeave } from './offer-leave.ts'
import { teamSettingDeclarations } from './settings-words.ts'
import { switchTeam } from './switch-team.ts'
import { endSwitchedOff } from './switched-off.ts'
import { todayOf } from './take-leave.ts'
import { tellWithheld } from './tell-withheld.ts'

const commands: readonly Command[] = [
  {
    name: 'setup',
    words: ['setup', '建队', '创建团队'],
    summary: { zh: '用这个群建团队', en: 'Make a team from this group' },
    example: { zh: '/setup 销售一部', en: '/setup Sales One' },
    least: 'guest',
    run: async (ctx, rest) => await obeyTypedSetUp(ctx, rest),
  },
  {
    name: 'join',
    words: ['join', '加入', '加入团队'],
    summary: { zh: '加入这个群的团队', en: 'Join the team of this group' },
    example: { zh: '/加入', en: '/join' },
    least: 'guest',
    run: async ctx => await obeyJoin(ctx),
  },
  {
    name: 'leave',
    words: ['leave', '请假', '休假'],
    summary: { zh: '请假，看或取消请假', en: 'Take leave, see it or cancel it' },
    example: { zh: '/请假 明天', en: '/leave tomorrow' },
    everyday: true,
    least: 'rep',
    run: async (ctx, rest) => await obeyLeave(ctx, readLeaveRequest(rest, todayOf(ctx))),
  },
  {
    name: 'member',
    words: ['member', 'members', '成员'],
    summary: { zh: '看成员；管理员可改角色、别名', en: 'Who is in the team; admins change roles and aliases' },
    example: { zh: '/成员 张三 role=manager', en: '/member Zhang San role=manager' },
    least: 'rep',
    run: async (ctx, rest) => await obeyMember(ctx, readMemberRequest(rest)),
  },
  {
    name: 'switch',
    words: ['switch', '切换团队', '换团队'],
    summary: { zh: '选择私聊时说的是哪个团队', en: 'Choose the team that direct messages are about' },
    example: { zh: '/switch 销售二部', en: '/switch Sales Two' },
    least: 'rep',
    run: async (ctx, rest) => await switchTeam(ctx, rest),
  },
  {
    name: 'leave-team',
    words: ['leave-team', '退出团队'],
    summary: { zh: '退出团队', en: 'Leave the team' },
    example: { zh: '/leave-team', en: '/leave-team' },
    least: 'rep',
    run: async (ctx, rest) => await leaveTeam(ctx, isConfirmation(rest)),
  },
]

const actions: readonly Action[] = [
  {
    id: 'team.setup',
    least: 'guest',
    run: async (ctx, { values = {} }) => await obeySetUpForm(ctx, values),
  },
  {
    id: 'team.cancel-leave',
    least: 'rep',
    run: async (ctx, { value = '' }) => await obeyLeave(ctx, readLeaveRequest(`cancel ${value}`, todayOf(ctx))),
  },
  {
    id: 'team.take-offered-leave',
    least: 'rep',
    run: async (ctx, { value = '' }) => await takeOfferedLeave(ctx, value),
  },
  { id: 'team.my-lang', least: 'rep', run: async (ctx, { value = '' }) => await setMyLang(ctx, value) },
  {
    id: 'team.remove-member',
    least: 'admin',
    run: async (ctx, { value = '' }) => await changeMember(ctx, value, { kind: 'remove', isConfirmed: true }),
  },
  { id: 'team.switch', least: 'rep', run: async (ctx, { value = '' }) => await switchTeam(ctx, value) },
  { id: 'team.leave-team', least: 'rep', run: async ctx => await leaveTeam(ctx, true) },
]

/** People, teams and their calendars: set-up from nothing, members and roles, leave. */
export const team: Feature = {
  name: 'team',
  commands,
  actions,
  jobs: [calendarAlarmJob],
  reactions: [
    { on: 'member.switched-off', run: endSwitchedOff },
    { on: 'member.away', run: offerLeave },
    { on: 'numbers.withheld', run: tellWithheld },
  ],
  keeps: keepsOfPerson,
  settings: teamSettingDeclarations,
}
