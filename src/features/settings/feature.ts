import type { Feature } from '../feature.ts'
import type { SettingDeclaration } from '../setting.ts'
import { languageBlocks } from './language.ts'
import { obeySettings } from './obey-settings.ts'

/** What a team has decided, and how to decide otherwise; `catalogue` is asked when it is needed. */
export function createSettings(catalogue: () => readonly SettingDeclaration[]): Feature {
  return {
    name: 'settings',
    home: async ctx => languageBlocks(ctx),
    commands: [
      {
        name: 'settings',
        words: ['settings', 'setting', '设置'],
        summary: { zh: '看和改团队设置、我的语言', en: 'The team’s settings and my language' },
        example: { zh: '/设置 提前提醒 30', en: '/settings lang zh' },
        least: 'rep',
        run: (ctx, rest) => obeySettings(ctx, catalogue(), rest),
      },
    ],
    actions: [
      { id: 'settings.set', least: 'manager', run: (ctx, { value = '' }) => obeySettings(ctx, catalogue(), value) },
    ],
  }
}
