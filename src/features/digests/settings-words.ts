import { declareSettings } from '../setting.ts'
import { clockTime, oneOf, orOff } from '../setting-kinds.ts'
import { digestSettingsSchema } from './digest-settings.ts'

export const digestSettingDeclarations = declareSettings(
  { feature: 'digests', group: { zh: '汇总', en: 'Digests' }, schema: digestSettingsSchema },
  {
    missing: {
      title: { zh: '未交显示', en: 'Who is missing' },
      summary: {
        zh: '群里的汇总怎么说没交的人；经理总会私下知道是谁',
        en: 'What the group hears of those not in yet; managers always hear who',
      },
      kind: oneOf({
        count: { zh: '人数', en: 'count', also: ['number'] },
        nobody: { zh: '不说', en: 'nothing', also: ['不显示', 'off', '关'] },
        names: { zh: '名字', en: 'names', also: ['姓名', '名单'] },
      }),
    },
    unreadAt: {
      title: { zh: '未读提醒', en: 'Unread reports' },
      summary: {
        zh: '每个工作日几点告诉经理还没人读的日报',
        en: 'When managers hear on a workday which reports nobody has read',
      },
      kind: orOff(clockTime, '09:30'),
    },
  },
)
