import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formCard } from '../../../adapters/wecom/cards/form-card.ts'
import { keyOf, readKey } from '../../../adapters/wecom/cards/key.ts'
import { restored } from '../../../adapters/wecom/cards/press.ts'
import { keyOfTask, taskOf } from '../../../adapters/wecom/cards/task.ts'
import { surfacesOf } from '../../../adapters/wecom/surfaces.ts'
import { actions, content, field, fields, heading, link, text } from '../../../src/content/build.ts'
import type { Button, Form, Input } from '../../../src/content/content.ts'
import { degrade } from '../../../src/content/degrade.ts'
import { botCard } from '../../simulators/wecom/cards/shape.ts'
import { allLanes } from './lane-settings.ts'
import { buttonsOn, drawn, face, refusals } from './reading-payloads.ts'

const button = (label: string, more: Partial<Button> = {}): Button => ({
  id: 'plan.open',
  label,
  words: '/计划',
  ...more,
})
const delivery = '7f3c1d2e-0000-4000-8000-00000000abcd:0'

describe('what a button carries', () => {
  const any = fc.string({ unit: 'grapheme', maxLength: 300 })

  test('comes back as it was, or as a mark by which the message tells it', async () => {
    await fc.assert(
      fc.asyncProperty(any, fc.option(any, { nil: undefined }), fc.nat(5), async (id, value, place) => {
        const pressed = { actionId: id, ...(value !== undefined && { value }) }
        const key = keyOf(pressed, place)
        expect(Buffer.byteLength(key)).toBeLessThanOrEqual(1_024)
        const read = readKey(key)
        if (read === null) throw new Error('it is not read as ours')
        const said = content('zh', actions({ id, label: 'x', words: 'y', ...(value !== undefined && { value }) }))
        const kept = async (asked: string) => (asked === delivery ? said : null)
        const action = await restored({ kind: 'action', ...read }, taskOf(delivery, 0), kept)
        expect(action).toEqual({ kind: 'action', ...pressed })
      }),
    )
  })

  it('differs on one card though the buttons do the same', () => {
    const keys = buttonsOn(drawn(actions(button('一'), button('二')))).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
    expect(keys.map(readKey)).toEqual([{ actionId: 'plan.open' }, { actionId: 'plan.open' }])
  })

  it.each(['', 'approve:1', '[]', '["a"]', '["a","0","x"]', '{"a":1}', 'null'])('is not in a key such as %j', key => {
    expect(readKey(key)).toBeNull()
  })

  it('is found though the button stood in the place of a form', async () => {
    const inputs = [{ id: 'x', label: '客户', kind: 'line' as const }]
    const asked: Form = { id: 'f', title: '填表', submit: '提交', words: '/f', value: '长'.repeat(400), inputs }
    const { canvas } = surfacesOf(allLanes).direct
    const offered = degrade([{ b: 'form', form: asked }], canvas, 'zh')
    const read = readKey(buttonsOn(drawn(...offered))[0]?.key ?? '')
    const said = async () => content('zh', { b: 'form', form: asked })
    const action = await restored({ kind: 'action', ...(read ?? { actionId: '' }) }, taskOf(delivery, 0), said)
    expect(action?.value).toContain(asked.value)
  })

  it('is gone when the message is, or when the card does not name it', async () => {
    const long = { actionId: 'a.b', value: '长'.repeat(400) }
    const read = readKey(keyOf(long, 0))
    const action = { kind: 'action' as const, ...(read ?? { actionId: '' }) }
    const other = content('zh', actions(button('一')))
    expect(await restored(action, taskOf(delivery, 0), async () => null)).toBeNull()
    expect(await restored(action, taskOf(delivery, 0), async () => other)).toBeNull()
    expect(await restored(action, null, async () => other)).toBeNull()
  })
})

describe("a card's name", () => {
  it('tells the delivery, and differs from card to card', () => {
    expect(keyOfTask(taskOf(delivery, 0))).toBe(delivery)
    expect(taskOf(delivery, 0)).not.toBe(taskOf(delivery, 1))
  })

  it('is one that WeCom takes, whatever the key is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(9), (key, card) => {
        expect(taskOf(key, card)).toMatch(/^[A-Za-z0-9_\-@]{1,128}$/)
      }),
    )
    expect(keyOfTask('deal-123_1')).toBeNull()
  })
})

describe('a card with buttons', () => {
  it('says all there is to say where that is little', () => {
    const payload = drawn(
      heading('确认日报'),
      text('确认后计入今天。'),
      fields(field('拜访', '3'), field('电话', '20')),
      actions(button('确认', { style: 'primary' }), button('修改'), button('作废', { style: 'danger' })),
    )
    expect(payload.cardAlone).toBe(true)
    expect(face(payload)).toEqual({
      main_title: { title: '确认日报' },
      sub_title_text: '确认后计入今天。',
      horizontal_content_list: [
        { keyname: '拜访', value: '3' },
        { keyname: '电话', value: '20' },
      ],
    })
    expect(payload.cards[0]?.card).toMatchObject({
      button_list: [
        { text: '确认', style: 1 },
        { text: '修改', style: 4 },
        { text: '作废', style: 2 },
      ],
    })
  })

  it('puts a sentence under its title, and says nothing twice', () => {
    const words = '计划 09:15 截止，你的还没交；现在交也可以，补交的不算准时。'
    const payload = drawn(text(words), actions(button('填表')))
    expect(payload.cardAlone).toBe(true)
    expect(face(payload)).toEqual({ main_title: { title: '请选择' }, sub_title_text: words })
    const long = drawn(text('说明'.repeat(300)), actions(button('填表')))
    expect(face(long)).toEqual({ main_title: { title: '请选择' } })
    expect(refusals(long)).toEqual([])
  })

  it.each([
    ['a long text', [text('说明'.repeat(300))]],
    ['a title of more than 26 signs', [heading('标'.repeat(27))]],
    ['a link', [text(link('https://example.com/', '合同'))]],
    ['a field with a long name', [heading('确认'), fields(field('这个指标的名字很长', '3'))]],
    ['a table', [{ b: 'table', columns: [{ label: 'a' }], rows: [[[{ t: 'text', text: 'b' }]]] } as const]],
  ])('leaves %s to the words before it', (_, blocks) => {
    const payload = drawn(...blocks, actions(button('确认')))
    expect(payload.cardAlone).toBe(false)
    expect(payload.words.bot.join('')).not.toContain('[确认]')
    expect(payload.whole.bot.join('')).toContain('［确认］ → /计划')
    expect(refusals(payload)).toEqual([])
  })

  it('is cut so that one sees it', () => {
    const payload = drawn(heading('标'.repeat(40)), actions(button('一二三四五六七八九十十一')))
    expect(face(payload)).toEqual({ main_title: { title: `${'标'.repeat(25)}…` } })
    expect(buttonsOn(payload)[0]?.text).toBe('一二三四五六七八九…')
    expect(payload.words.app.join('')).toContain('标'.repeat(40))
  })

  it('has six at most; the others are typed', () => {
    const many = Array.from({ length: 8 }, (_, n) => button(`第${n}个`, { words: `/第${n}` }))
    const payload = drawn(text('选'), { b: 'actions', buttons: many })
    expect(buttonsOn(payload)).toHaveLength(6)
    expect(payload.cardAlone).toBe(false)
    expect(payload.words.bot.join('')).toMatch(/第6个.*\/第6[\s\S]*第7个.*\/第7/)
    expect(payload.words.bot.join('')).not.toContain('第5个')
  })
})

describe('a form that only asks to choose', () => {
  const pick = (id: string, more: Partial<Input> = {}): Input => ({
    ...{ id, label: `题 ${id}`, kind: 'choice' },
    options: [
      { value: 'a', label: '甲' },
      { value: 'b', label: '乙' },
    ],
    ...more,
  })
  const form = (...inputs: readonly Input[]): Form => ({
    ...{ id: 'setup.done', title: '设置', submit: '保存', words: '/设置', value: 'team', inputs },
  })
  const shaped = (card: unknown) => botCard.safeParse({ ...JSON.parse(JSON.stringify(card)), task_id: 'x@0@0' }).error

  it('is a card with its questions, open where nothing is chosen yet', () => {
    const card = formCard(form(pick('x', { initial: 'b', required: true }), pick('y', { kind: 'yes-no' })), 'zh')
    expect(shaped(card)).toBeUndefined()
    expect(card).toMatchObject({
      card_type: 'multiple_interaction',
      select_list: [
        { question_key: 'x', selected_id: 'b', option_list: [{ id: 'a' }, { id: 'b' }] },
        {
          question_key: 'y',
          selected_id: '-',
          option_list: [{ id: '-', text: '请选择' }, { id: 'yes' }, { id: 'no' }],
        },
      ],
      submit_button: { text: '保存', key: '["a",0,"setup.done","team"]' },
    })
  })

  it('of which several may hold is a vote', () => {
    const card = formCard(form(pick('x', { kind: 'choices', initial: ['b'] })), 'zh')
    expect(shaped(card)).toBeUndefined()
    expect(card).toMatchObject({
      card_type: 'vote_interaction',
      checkbox: { question_key: 'x', mode: 1, option_list: [{ id: 'a' }, { id: 'b', is_checked: true }] },
    })
  })

  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ value: `${n}`, label: `${n}` }))
  it.each([
    ['a free text', [pick('x'), pick('y', { kind: 'text' })]],
    ['four questions', ['a', 'b', 'c', 'd'].map(id => pick(id))],
    ['eleven options', [pick('x', { options: many(11), initial: '1', required: true })]],
    ['ten options and nothing chosen', [pick('x', { options: many(10) })]],
    ['a value of more than 128 bytes', [pick('x', { options: [{ value: '长'.repeat(43), label: '长' }] })]],
    ['a question that depends on another', [pick('x'), pick('y', { when: { input: 'x', is: ['a'] } })]],
    ['nothing', []],
  ])('is no card with %s', (_, inputs) => {
    expect(formCard(form(...inputs), 'zh')).toBeNull()
  })

  it('comes back without what was left open', async () => {
    const action = { kind: 'action' as const, actionId: 'setup.done', values: { x: 'b', y: '-', z: ['a', 'c'] } }
    expect(await restored(action, null, async () => null)).toEqual({ ...action, values: { x: 'b', z: ['a', 'c'] } })
  })
})
