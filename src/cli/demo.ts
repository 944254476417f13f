import { parseArgs } from 'node:util'
import { systemClock } from '../base/clock.ts'
import { exit } from '../base/exit.ts'
import { removeDemo, resetDemo } from '../demo/remove.ts'
import type { CliCommand } from './command.ts'
import { withCurrentDatabase } from './database.ts'
import { openHouse } from './house.ts'

export const demoReset: CliCommand = {
  name: 'demo reset',
  usage: 'demo reset',
  summary: { zh: '重做演示团队，时钟回到现在', en: 'Make the demo team anew and set the clock back to the present' },
  async run(args, terminal) {
    parseArgs({ args: [...args] })
    await withCurrentDatabase(terminal, async opened => {
      const lang = opened.config.demo.lang ?? terminal.lang
      await resetDemo({ store: opened.store, machine: systemClock, log: opened.log, lang })
      await using house = await openHouse(opened)
      await house.app.rescheduleAll()
    })
    terminal.print({ zh: '演示团队已重做。', en: 'The demo team was made anew.' })
    return exit.ok
  },
}

export const demoRemove: CliCommand = {
  name: 'demo remove',
  usage: 'demo remove',
  summary: { zh: '删除演示团队，不再自动建立', en: 'Remove the demo team for good' },
  async run(args, terminal) {
    parseArgs({ args: [...args] })
    const { teams, people } = await withCurrentDatabase(terminal, ({ store }) => removeDemo(store))
    terminal.print({
      zh: `已删除演示的 ${teams} 个团队、${people} 名成员。`,
      en: `Removed ${teams} demo ${teams === 1 ? 'team' : 'teams'} and ${people} people.`,
    })
    return exit.ok
  },
}
