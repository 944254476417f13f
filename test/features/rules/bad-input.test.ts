import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compilePatterns } from '../../../src/features/rules/checks/patterns.ts'
import type { Said } from '../../../src/features/rules/said.ts'
import { staysInProportion } from '../../base/growth.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { openRules } from './house-of-rules.ts'
import { stageRules } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

describe('a text that is no rules', () => {
  const laughs = [
    'a: &a [ha, ha]',
    ...'bcdefghi'.split('').map((name, n) => `${name}: &${name} [*${'abcdefgh'[n]}, *${'abcdefgh'[n]}]`),
  ].join('\n')

  it.each([
    ['aliases of aliases', laughs, '不支持 YAML 引用'],
    ['brackets without end', '['.repeat(19_000), '一层套一层太深了，最多 32 层'],
    ['brackets that do end', `${'['.repeat(2000)}${']'.repeat(2000)}`, '最多 32 层'],
    [
      'a rule inside a rule inside …',
      Array.from({ length: 60 }, (_, n) => `${' '.repeat(n)}rules:`).join('\n'),
      '最多 32 层',
    ],
    ['10 MB', 'x: y\n'.repeat(2_000_000), '太长了，最多 20000 个字符'],
  ])('is refused at once and plainly, and what holds goes on: %s', { timeout: 60_000 }, async (_, text, zh) => {
    const { types, states } = await stageRules(database.store)
    await types('王经理', 'on flooding')
    const { words } = await types('王经理', `import\n${text}`)
    expect(words).toContain(zh)
    expect(words).not.toMatch(/stack|Maximum/)
    expect(words.length).toBeLessThan(1500)
    expect(await states()).toEqual({ flooding: 'on' })
  })
})

describe('what would be slow as a regular expression', () => {
  it.each(['(a+)+$', '/(x|x)*y/', '([a-z]+)*!', '(.*)*', '(?=(a+))a*b'])('is refused as words: %s', async pattern => {
    const { types, states } = await stageRules(database.store)
    const yaml = `key: slow\ntitle: {zh: 慢}\nwhen: {kind: off-topic, patterns: ['${pattern}']}\nmanners: {steps: [{do: hint}]}`
    expect((await types('王经理', `import\n${yaml}`)).words).toContain('像正则表达式')
    expect(await states()).toEqual({})
  })

  it('is quick with stars, however many and whatever is said', () => {
    const patterns = [`${'a*'.repeat(29)}b`, `${'啊*'.repeat(29)}呀`, `*${'a*'.repeat(28)}`]
    const look = compilePatterns(patterns).only(patterns)
    for (const part of ['a', '啊', 'a啊']) staysInProportion(times => look({ text: part.repeat(times) } as Said), 500)
  })
})

describe('whoever made a rule, or was to hear of it, has left', () => {
  const steps = [{ do: 'tell-manager' as const }]

  it('the rule goes on, and its history still says who made it', async () => {
    await using group = await openRules()
    await group.given({ when: { kind: 'off-topic', patterns: ['八卦'] } })
    await group.prisma.member.update({
      where: { id: group.who('王芳').memberId },
      data: { leftOn: '2026-11-23', leftBecause: 'left' },
    })
    expect(await group.says('李伟', '八卦')).toEqual([expect.stringContaining('~李伟')])
    expect((await group.asks('孙总', '/群规 历史 off-topic')).join()).toContain('王芳')
    await group.asks('孙总', '/群规 停用 off-topic')
    expect(await group.says('李伟', '八卦')).toEqual([])
  })

  it('without another manager nobody is said to have been told; with one, they are', async () => {
    await using group = await openRules({ people: [{ name: '李伟' }, { name: '王芳', role: 'manager' }] })
    await group.given({ when: { kind: 'off-topic', patterns: ['八卦'] }, manners: { steps, coolDown: 0 } })
    expect((await group.says('李伟', '八卦')).join('\n')).toContain('也告诉了经理')
    const about = await group.says('王芳', '八卦')
    expect(about).toEqual([expect.stringMatching(/^~王芳: .*off-topic/s)])
    expect(about.join()).not.toContain('告诉了经理')
    await group.prisma.member.update({ where: { id: group.who('王芳').memberId }, data: { leftOn: '2026-11-23' } })
    const alone = await group.says('李伟', '又是八卦')
    expect(alone).toEqual([expect.stringContaining('~李伟')])
    expect(alone.join()).not.toContain('告诉了经理')
    expect(await group.asks('李伟', '/群规 申诉 3')).toEqual([expect.stringContaining('没有别的经理可以看')])
  })
})
