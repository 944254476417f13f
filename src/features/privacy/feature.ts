import type { Feature } from '../feature.ts'
import { eraseMember } from './erase-member.ts'
import { exportData } from './export-data.ts'
import { obeyMyData } from './show-data.ts'

/** What is kept about somebody: shown to them, taken along by them, erased. `features` is asked when it is needed. */
export function createPrivacy(features: () => readonly Feature[]): Feature {
  return {
    name: 'privacy',
    commands: [
      {
        name: 'mydata',
        words: ['mydata', 'my data', 'my-data', '我的数据', '我的 数据'],
        summary: { zh: '看和导出我的全部数据，谁看过', en: 'All that is kept about me, and who saw it' },
        example: { zh: '/我的数据 导出', en: '/my data export' },
        least: 'rep',
        run: (ctx, rest) => obeyMyData(ctx, features(), rest),
      },
      {
        name: 'erase',
        words: ['erase', '抹除', '删除个人数据'],
        summary: { zh: '抹除一位成员的姓名、账号和文字', en: 'Erase a member’s name, accounts and words' },
        example: { zh: '/抹除 张三', en: '/erase Zhang San' },
        least: 'admin',
        run: eraseMember,
      },
    ],
    actions: [
      { id: 'privacy.export', least: 'rep', run: ctx => exportData(ctx, features()) },
      { id: 'privacy.erase', least: 'admin', run: (ctx, { value = '' }) => eraseMember(ctx, value) },
    ],
  }
}
