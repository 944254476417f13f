import type { Feature } from '../feature.ts'
import { bindGroup } from './bind-group.ts'
import { linkAccount } from './link-account.ts'
import { linkConfirmed, linkMembers } from './link-members.ts'
import { unbindGroup } from './unbind-group.ts'

/** One team on several platforms: accounts that are one person, groups that are one team's. */
export const linking: Feature = {
  name: 'linking',
  commands: [
    {
      name: 'link',
      words: ['link', '关联', '关联账号'],
      summary: { zh: '关联你在别的平台上的账号', en: 'Link your account on another platform' },
      example: { zh: '/关联', en: '/link' },
      least: 'guest',
      run: async (ctx, rest) => await linkAccount(ctx, rest),
    },
    {
      name: 'bind',
      words: ['bind', '绑定', '绑定群'],
      summary: { zh: '给团队再绑一个群', en: 'Bind one more group to the team' },
      example: { zh: '/绑定', en: '/bind' },
      least: 'guest',
      run: async (ctx, rest) => await bindGroup(ctx, rest),
    },
    {
      name: 'unbind',
      words: ['unbind', '解绑', '解绑群'],
      summary: { zh: '这个群不再属于团队', en: 'Let this group be no group of the team' },
      example: { zh: '/解绑', en: '/unbind' },
      least: 'manager',
      run: async ctx => await unbindGroup(ctx),
    },
    {
      name: 'member-link',
      words: ['member link', 'members link', 'member-link', '成员 关联', '成员关联', 'member 关联', '成员 link'],
      summary: { zh: '把两个账号认作同一个人', en: 'Say that two accounts are one person' },
      example: { zh: '/成员 关联 李雷@钉钉 李雷@Slack', en: '/member link Li@Slack 李雷@WeCom' },
      least: 'admin',
      run: async (ctx, rest) => await linkMembers(ctx, rest),
    },
  ],
  actions: [
    { id: 'linking.link-members', least: 'admin', run: async (ctx, { value = '' }) => await linkConfirmed(ctx, value) },
  ],
}
