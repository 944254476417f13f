import type { Command, Feature, Topic } from '../feature.ts'
import { showHelp } from './show-help.ts'
import { useCommand } from './use-command.ts'

/** Help is derived from what the features declare, its own command included; both are asked for when they are needed. */
export function createHelp(catalogue: () => readonly Command[], topics: () => readonly Topic[] = () => []): Feature {
  return {
    name: 'help',
    commands: [
      {
        name: 'help',
        words: ['help', '帮助', '菜单', '?'],
        summary: { zh: '看我能做什么，或某个命令怎么用', en: 'See what I can do, or how one command is used' },
        example: { zh: '/帮助 计划', en: '/help plan' },
        everyday: true,
        least: 'guest',
        run: (ctx, rest) => showHelp(ctx, catalogue(), rest, topics()),
      },
    ],
    actions: [{ id: 'help.use', least: 'guest', run: (ctx, { value = '' }) => useCommand(ctx, catalogue(), value) }],
  }
}
