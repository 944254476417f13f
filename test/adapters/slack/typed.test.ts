import { describe, expect, it } from 'vitest'
import { createTyped } from '../../../adapters/slack/typed.ts'
import { code, content, text } from '../../../src/content/build.ts'
import { plain } from '../../../src/content/plain.ts'
import type { SurfaceKind } from '../../../src/platform/adapter.ts'

const commands = [
  { name: 'plan', words: ['plan', '计划', '早计划'] },
  { name: 'leave', words: ['leave', '请假'] },
  { name: 'leave-team', words: ['leave-team', '退出团队'] },
]

function typed(
  words: string,
  { prefix = null, surface = 'group' }: { prefix?: string | null; surface?: SurfaceKind } = {},
) {
  return plain(createTyped(commands, prefix)(content('zh', text('输入 ', code(words), '。')), surface))
}

describe('commands, as they can be typed in Slack', () => {
  it('are called by the names of the manifest, whatever the language', () => {
    expect(typed('/早计划 拜访3')).toBe('输入 /plan 拜访3。')
    expect(typed('/计划 拜访3', { prefix: 'bw' })).toBe('输入 /bw-plan 拜访3。')
    expect(typed('/plan 3', { prefix: 'bw' })).toBe('输入 /bw-plan 3。')
  })

  it('lose their slash where the name is Slack’s own', () => {
    expect(typed('/请假 明天')).toBe('输入 @bellwether 请假 明天。')
    expect(typed('/leave tomorrow', { surface: 'direct' })).toBe('输入 leave tomorrow。')
    expect(typed('/leave tomorrow', { prefix: 'bw' })).toBe('输入 /bw-leave tomorrow。')
  })

  it.each(['/planet', 'a/plan', 'https://example.com/plan', '/leave-team', '//plan', '/plan/b', '1/计划'])(
    'leave %s alone',
    words => {
      expect(typed(words)).toBe(`输入 ${words}。`)
    },
  )
})
