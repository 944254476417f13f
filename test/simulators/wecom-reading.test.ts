import { describe, expect, it } from 'vitest'
import { visibleText } from './wecom/visible.ts'

const read = (text: string, shown: object = {}) => visibleText({ text, ...shown })
const webhook = { via: 'webhook' } as const

describe('what is read', () => {
  it('are words without marks', () => {
    const text = '### **日报** _已交_\n> [查看](https://example.com/a)\n\n`代码` ~~旧~~'
    expect(read(text)).toEqual({ text: '日报 已交\n查看\n\n代码 旧', mentions: [], links: ['https://example.com/a'] })
    expect(read(text, webhook).text).toBe('日报 已交\n查看\n\n代码 旧')
  })

  it('is what was made harmless, as it was meant', () => {
    const harmless = '＊＊不加粗＊＊ ｀x｀ [没有]\u200b(a_b_c) <\u200b@LiLei> <\u200bb> https:\u200b//example.com'
    const meant = '＊＊不加粗＊＊ ｀x｀ [没有](a_b_c) <@LiLei> <b> https://example.com'
    for (const via of ['bot', 'webhook', 'app'] as const) {
      expect(read(harmless, { via })).toEqual({ text: meant, mentions: [], links: [] })
    }
  })

  it('is not made harmless by something unseen between a mark and its words', () => {
    expect(read('*\u200b粗\u200b* `\u200b码` [\u200b这里](https://example.com) \u200b\n>\u200b 引用')).toMatchObject({
      text: '粗 码 这里 \n 引用',
      links: ['https://example.com'],
    })
  })

  it('rings people in the markdown and the text of webhooks, but not in markdown_v2', () => {
    const text = '<@LiLei> <@LiLei> 请跟进'
    const rung = { text: '@LiLei @LiLei 请跟进', mentions: ['LiLei'] }
    expect(read(text, webhook)).toMatchObject(rung)
    expect(read(text, { ...webhook, kind: 'text' })).toMatchObject(rung)
    expect(read(text, { ...webhook, kind: 'markdown_v2' })).toMatchObject({ text, mentions: [] })
    expect(read(text)).toMatchObject({ text, mentions: [] })
    expect(read(text, { botMentions: true })).toMatchObject(rung)
  })

  it('has tables, fences, rulers and pictures only in standard markdown', () => {
    const text = '| 姓名 | 单 |\n| :-- | --: |\n| 李 | 8 |\n\n---\n```\n码\n```\n![图](https://example.com/a.png)'
    expect(read(text)).toEqual({ text: '姓名 | 单\n李 | 8\n\n\n\n码\n\n图', mentions: [], links: [] })
    expect(read('| 姓名 | 单 |\n| :-- | --: |', webhook).text).toBe('| 姓名 | 单 |\n| :-- | --: |')
    expect(read('a | b\n- | c').text).toBe('a | b\n- | c')
  })

  it('has colours, and no tag that nobody knows', () => {
    expect(read('<font color="info">+3</font> <script>x</script>', webhook).text).toBe('+3 x')
    expect(read('<think>想一想</think>好').text).toBe('好')
    expect(read('1 < 2 > 0 <= 3').text).toBe('1 < 2 > 0 <= 3')
  })

  it('is taken as it stands in a text, but for addresses', () => {
    expect(read('**a** <@LiLei>\nhttps://example.com/a。', { kind: 'text', via: 'person' })).toMatchObject({
      text: '**a** <@LiLei>\nhttps://example.com/a。',
      mentions: [],
    })
    const anchor = '<a href="https://example.com/b">这里</a>'
    const link = { text: '这里', mentions: [], links: ['https://example.com/b'] }
    expect(read(anchor, { kind: 'text', via: 'app' })).toEqual(link)
    expect(read(anchor, { kind: 'text', via: 'webhook' }).text).toBe(anchor)
  })

  it('is on a card from top to bottom, with the addresses behind it', () => {
    const url = 'https://example.com/board'
    const card = {
      ...{ card_type: 'text_notice', source: { desc: '领头羊' }, main_title: { title: '**榜单**', desc: '本周' } },
      ...{
        emphasis_content: { title: '12', desc: '签单' },
        sub_title_text: '详情',
        quote_area: { quote_text: '加油' },
      },
      ...{ horizontal_content_list: [{ keyname: '李雷', value: '8', type: 1, url }] },
      ...{ jump_list: [{ type: 1, title: '全部', url }], card_action: { type: 1, url } },
      action_menu: { desc: '更多', action_list: [{ text: '静音', key: 'mute' }] },
    }
    expect(visibleText({ kind: 'template_card', card })).toEqual({
      text: '领头羊\n**榜单**\n本周\n12\n签单\n加油\n详情\n李雷 8\n全部\n更多\n静音',
      mentions: [],
      links: [url, url, url],
    })
  })
})
