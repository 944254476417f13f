import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lang } from '../../../src/base/words.ts'
import { workCalendarSchema } from '../../../src/calendar/workdays.ts'
import { plain } from '../../../src/content/plain.ts'
import type { Actor, MemberContext, Place, Role, Team } from '../../../src/context.ts'
import type { Command, Feature, MemberCommand, OpenCommand } from '../../../src/features/feature.ts'
import { answerRefused } from '../../../src/features/help/at-the-door.ts'
import { createHelp } from '../../../src/features/help/feature.ts'
import { requireRole } from '../../../src/features/team/permission.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { makeContext } from '../harness.ts'

const team: Team = {
  id: 't1',
  name: '销售一部',
  zone: 'Asia/Shanghai',
  lang: 'zh',
  calendar: workCalendarSchema.parse({ kind: 'cn' }),
  settings: {},
}
const group: Place = { kind: 'group', channelId: 'c1' }

const member = (name: string, zh: string, least: MemberCommand['least']): MemberCommand => ({
  name,
  words: [name, zh],
  summary: { zh: `做${zh}`, en: `Do ${name}` },
  example: { zh: `/${zh} 3`, en: `/${name} 3` },
  least,
  run: async (ctx, rest) =>
    ctx.say({
      to: { reply: 'private' },
      content: { lang: ctx.lang, blocks: [] },
      lane: 'reply',
      purpose: `${name}.ran:${rest}`,
    }),
})
const setUp: OpenCommand = { ...member('setup', '建团队', 'rep'), least: 'guest', run: async () => undefined }

const catalogue: readonly Command[] = [member('plan', '计划', 'rep'), member('settings', '设置', 'manager'), setUp]
const help: Feature = createHelp(() => [...catalogue, ...(help.commands ?? [])])

interface Scene {
  readonly role: Role
  readonly lang?: Lang
  readonly team?: Team | null
  readonly place?: Place
}

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore({ migrations: null })
})
afterAll(() => database.close())

/** Runs in the scene and answers what was said: as text, and for what purpose. */
async function inScene(
  scene: Scene,
  work: (feature: Feature, ctx: Parameters<OpenCommand['run']>[0]) => Promise<void> | undefined,
) {
  const { role, lang = 'en', place = group } = scene
  const actor: Actor = { personId: 'p1', memberId: role === 'guest' ? '' : 'm1', name: '李雷', role, lang }
  return inTransaction(database.store, async tx => {
    const { ctx, said } = makeContext(tx, { team: scene.team === undefined ? team : scene.team, actor, place })
    await work(help, ctx)
    return said.map(({ content, purpose, to }) => ({ text: plain(content), purpose, to }))
  })
}

async function asks(scene: Scene, rest = ''): Promise<string> {
  const said = await inScene(scene, (feature, ctx) => openRun(feature)(ctx, rest))
  expect(said).toMatchObject([{ purpose: 'help.shown', to: { reply: 'private' } }])
  return said[0]?.text ?? ''
}

const presses = (scene: Scene, value: string) =>
  inScene(scene, (feature, ctx) => {
    const action = feature.actions?.find(({ id }) => id === 'help.use')
    return action?.least === 'guest' ? action.run(ctx, { value }) : undefined
  })

function openRun(feature: Feature): OpenCommand['run'] {
  const command = feature.commands?.[0]
  if (command?.least !== 'guest') throw new Error('help is for everybody')
  return command.run
}

describe('help shows what this person may do here', () => {
  test('a rep sees the commands of a rep, with an example and a button each', async () => {
    const text = await asks({ role: 'rep' })
    expect(text).toContain('/plan: Do plan  /plan 3')
    expect(text).toContain('[/plan]')
    expect(text).not.toContain('settings')
  })

  test('a manager sees more', async () => {
    expect(await asks({ role: 'manager' })).toContain('/settings: Do settings')
  })

  test('in Chinese, the Chinese words are taught', async () => {
    const text = await asks({ role: 'rep', lang: 'zh' })
    expect(text).toContain('/计划：做计划  /计划 3')
    expect(text).toContain('[/计划]')
  })

  test.each([
    ['in a group without a team', { role: 'guest', team: null }, 'This group has no team yet'],
    ['in a team’s group', { role: 'guest' }, 'You are not in this team yet'],
    ['in a direct chat', { role: 'guest', team: null, place: { kind: 'direct' } }, 'You are in no team yet'],
  ] as const)('a guest %s is told how to begin', async (_, scene, hint) => {
    const text = await asks(scene)
    expect(text).toContain(hint)
    expect(text).toContain('/setup')
    expect(text).not.toContain('/plan:')
  })
})

describe('help on one command', () => {
  test.each(['plan', '/计划', '计划 是什么'])('%s', async rest => {
    expect(await asks({ role: 'rep' }, rest)).toBe('/plan\nDo plan\nExample: /plan 3\nAlso called: 计划\n[/plan]')
  })

  test('a word that is near one offers it', async () => {
    const text = await asks({ role: 'rep' }, 'plam')
    expect(text).toContain('There is no command “plam” here')
    expect(text).toContain('/plan: Do plan')
  })

  test('a command that is not for this person is not described', async () => {
    expect(await asks({ role: 'rep' }, 'settings')).toContain('There is no command “settings” here')
  })
})

describe('the buttons', () => {
  test('give the command', async () => {
    expect(await presses({ role: 'rep' }, 'plan')).toMatchObject([{ purpose: 'plan.ran:' }])
  })

  test.each([
    ['whose role no longer reaches', { role: 'rep' }, 'settings', 'help.not-allowed'],
    ['who has left', { role: 'guest' }, 'plan', 'help.not-allowed'],
    ['when the command is gone', { role: 'admin' }, 'retired', 'help.command-gone'],
  ] as const)('refuse whoever pressed one %s', async (_, scene, value, code) => {
    await expect(presses(scene, value)).rejects.toMatchObject({ code })
  })
})

describe('a house of many commands', () => {
  const many: readonly Command[] = [
    { ...member('plan', '计划', 'rep'), everyday: true },
    ...Array.from({ length: 20 }, (_, n) => member(`seldom-${n}`, `偶尔${n}`, 'rep')),
  ]
  const large = createHelp(() => many)

  test('explains what is done every day, names the rest, and all on request', async () => {
    const short = await inScene({ role: 'rep', lang: 'zh' }, (_, ctx) => openRun(large)(ctx, ''))
    expect(short[0]?.text).toContain('做计划')
    expect(short[0]?.text).not.toContain('做偶尔3')
    expect(short[0]?.text).toContain('还有：/偶尔0')
    expect(short[0]?.text).toContain('都有说明：/帮助 全部')
    const whole = await inScene({ role: 'rep', lang: 'zh' }, (_, ctx) => openRun(large)(ctx, '全部'))
    expect(whole[0]?.text).toContain('做偶尔3')
    expect(whole[0]?.text).not.toContain('还有：')
  })
})

describe('whoever may not', () => {
  test.each([
    ['lead', 'en', 'This takes a lead or above.'],
    ['manager', 'zh', '这一项需要经理或更高角色来做。'],
    ['admin', 'en', 'This takes an admin.'],
    ['admin', 'zh', '这一项需要管理员来做。'],
  ] as const)('is told who may, at the door (%s, %s) and past it in the same words', async (least, lang, words) => {
    const atTheDoor = await inScene({ role: 'rep', lang }, (_, ctx) => answerRefused(ctx, least))
    expect(atTheDoor).toEqual([{ text: words, purpose: 'help.refused', to: { reply: 'private' } }])
    const within = () => inScene({ role: 'rep', lang }, async (_, ctx) => requireRole(ctx as MemberContext, least))
    await expect(within()).rejects.toMatchObject({ code: 'team.not-allowed', words: { [lang]: words } })
  })

  test('for want of a team is told how to join one', async () => {
    const [said] = await inScene({ role: 'guest' }, (_, ctx) => answerRefused(ctx, 'rep'))
    expect(said?.text).toBe('Join the team first: say a word to me in its group.')
  })
})
