import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../../adapters/slack/decode/text.ts'
import { escapeText } from '../../../adapters/slack/render/escape.ts'

const names = {
  person: (id: string) => (id === 'U2' ? '李四 & Söhne' : null),
  channel: (id: string) => (id === 'C9' ? '华东' : null),
}
const read = (text: string) => readText(text, 'UBOT', names)

describe('a text as Slack sends it', () => {
  it.each([
    ['<@UBOT> 日报 拜访3', '日报 拜访3'],
    ['<@UBOT|bellwether>\u3000日报\u3000拜访3 :tada:', '日报\u3000拜访3 :tada:'],
    ['hey <@UBOT> help', 'hey help'],
    ['<@UBOT>', ''],
  ])('speaks to the bot when it mentions it, and the mention is no part of what was said: %s', (sent, typed) => {
    expect(read(sent)).toEqual({ text: typed, mentioned: true })
  })

  it.each([
    ['表扬 <@U2> 客户满意', '表扬 @李四 & Söhne 客户满意'],
    ['<@U3|wang5> and <@U4>', '@wang5 and @U4'],
    ['in <#C9> and <#C8|general> and <#C7|> and <#C6>', 'in #华东 and #general and #C7 and #C6'],
    ['<!here> <!subteam^S1|@sales> <!subteam^S1> <!date^1^{date}|Friday>', '@here @sales @subteam Friday'],
    ['<http://例子.cn|例子.cn> <https://a.example/?b=1&amp;c=2>', '例子.cn https://a.example/?b=1&c=2'],
    ['<mailto:li@corp.example|li@corp.example> <mailto:li@corp.example>', 'li@corp.example li@corp.example'],
    ['A &amp; B &lt;100 &amp;lt; :palm_tree:\n二行', 'A & B <100 &lt; :palm_tree:\n二行'],
  ])('is read as the person sees it: %s', (sent, typed) => {
    expect(read(sent)).toEqual({ text: typed, mentioned: false })
  })

  it('comes back as it was typed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), typed => {
        expect(read(escapeText(typed))).toEqual({ text: typed, mentioned: false })
      }),
    )
  })

  it('keeps every word after a mention of the bot, whatever the spaces', () => {
    const space = fc.constantFrom(' ', '  ', '\u00a0', '\u3000', '\t')
    const typed = fc.constantFrom('日报 拜访3', 'plan calls 5 <10', ':tada: 成交 5000 & more', '/help')
    fc.assert(
      fc.property(space, typed, (between, words) => {
        expect(read(`<@UBOT>${between}${escapeText(words)}`)).toEqual({ text: words, mentioned: true })
      }),
    )
  })
})
