import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../../src/base/random.ts'
import { makeQuiz, rightOnes } from '../../../src/features/cases/quiz.ts'
import { hearLetter } from '../../../src/features/cases/take-quiz.ts'
import { features } from '../../../src/features/index.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { at as moment } from '../nudges/stage.ts'
import { sharedStore } from '../reports/stage.ts'
import { stageCases } from './stage.ts'

const shared = sharedStore()
const at = (time: string, day = '20') => `2026-11-${day} ${time}`

describe('a quiz', () => {
  const cards = fc.array(
    fc.record({ title: fc.constantFrom(...'abcdefghij'), solution: fc.constantFrom(...'klmnopqrst', '') }),
    {
      maxLength: 20,
    },
  )

  test('has three questions about different problems, each with four solutions, one of them right', () => {
    fc.assert(
      fc.property(cards, fc.integer(), (made, seed) => {
        const all = made.map((card, n) => ({ ...card, id: `id${n}` }))
        const quiz = makeQuiz(all, createRandom(seed))
        expect(quiz).toEqual(makeQuiz(all, createRandom(seed)))
        if (quiz === null) return
        const solutionOf = (id: string) => all.find(card => card.id === id)?.solution ?? ''
        expect(new Set(quiz.map(({ asks }) => asks)).size).toBe(3)
        for (const { asks, options } of quiz) {
          expect(options.filter(id => id === asks)).toHaveLength(1)
          expect(new Set(options.map(solutionOf)).size).toBe(4)
          expect(options.map(solutionOf)).not.toContain('')
        }
        expect(
          rightOnes(
            quiz,
            quiz.map(({ asks, options }) => options.indexOf(asks)),
          ),
        ).toBe(3)
        expect(rightOnes(quiz, [])).toBe(0)
      }),
    )
  })

  test('is made of six cards and not of fewer', () => {
    const card = (n: number) => ({ id: `${n}`, title: `p${n}`, solution: `s${n}` })
    expect(makeQuiz([1, 2, 3, 4, 5].map(card), createRandom(1))).toBeNull()
    expect(makeQuiz([1, 2, 3, 4, 5, 6].map(card), createRandom(1))).toHaveLength(3)
    expect(
      makeQuiz(
        Array.from({ length: 9 }, () => card(1)),
        createRandom(1),
      ),
    ).toBeNull()
  })
})

async function withCards(count: number, settings: Record<string, unknown> = { quiz: true }) {
  const staged = await stageCases(shared.store, settings)
  for (let n = 1; n <= count; n++) {
    await staged.types('李伟', `案例 问题${'甲乙丙丁戊己庚'[n - 1]}`, at('10:00'))
    await staged.types('李伟', `案例 ${n} 解决 办法${n}`, at('11:00'))
  }
  /** Says a letter in the direct chat. */
  const letter = (name: string, text: string, when: string) =>
    inTransaction(shared.store, async tx => {
      const scene = {
        team: staged.team,
        actor: staged.who(name),
        place: { kind: 'direct' },
        now: moment(when),
      } as const
      const { ctx, said } = makeContext(tx, scene)
      const heard = await hearLetter(ctx, { text, command: 'no' })
      return { heard, words: said.map(({ content }) => wordsOf(content)).join('\n'), to: said.map(({ to }) => to) }
    })
  return { ...staged, letter }
}

describe('once a month', () => {
  test('everybody is offered three questions in private, answers by button or letter, and alone hears how it went', async () => {
    const { clock, types, presses, letter, to, answer, who } = await withCards(7)
    const offered = await clock('cases.quiz', '2026-12-01 14:00')
    expect(offered.every(one => 'person' in one.to)).toBe(true)
    expect(offered).toHaveLength(5)
    expect(to('张三', offered)).toContain('[开始] /案例 小测')
    const first = await presses('张三', 'cases.quiz', undefined, '2026-12-01 14:05')
    expect(first.map(one => one.to)).toEqual([{ person: who('张三').personId }])
    expect(answer(first)).toMatch(
      /第 1 题，共 3 题\n“问题.”是怎么解决的？\nA\. 办法\d\nB\. 办法\d\nC\. 办法\d\nD\. 办法\d/,
    )
    const { id } = await shared.store.prisma.caseQuiz.findFirstOrThrow({ where: { memberId: who('张三').memberId } })
    const second = await presses('张三', 'cases.answer', `${id}:0:1`, '2026-12-01 14:06')
    expect(answer(second)).toMatch(/^(?:✅ 对|不是这个。当时是：办法\d)\n看这张卡：\/案例 \d\n第 2 题/)
    // Pressed again it counts once.
    expect(answer(await presses('张三', 'cases.answer', `${id}:0:2`, '2026-12-01 14:06'))).toMatch(/^第 2 题/)
    const third = await letter('张三', 'ｂ', '2026-12-01 14:07')
    expect(third.words).toContain('第 3 题')
    const last = await letter('张三', ' C ', '2026-12-01 14:08')
    expect(last.words).toMatch(/答对 [0-3] 道，共 3 道\n只有你看得到/)
    expect(last.to).toEqual([{ person: who('张三').personId }])
    expect((await letter('张三', 'A', '2026-12-01 14:09')).heard).toBe(false)
    expect(answer(await types('张三', '案例 小测', '2026-12-01 15:00'))).toMatch(/^答对/)
    await expect(presses('李伟', 'cases.answer', `${id}:0:1`, '2026-12-01 15:00')).rejects.toMatchObject({
      code: 'cases.nothing-asked',
    })
  })

  test('nobody is where the team has not asked for it, or has solved too little', async () => {
    const off = await withCards(6, {})
    expect(await off.clock('cases.quiz', '2026-12-01 14:00')).toEqual([])
    await expect(off.types('张三', '案例 小测', '2026-12-01 14:00')).rejects.toMatchObject({ code: 'cases.quiz-off' })
    const few = await withCards(5)
    expect(await few.clock('cases.quiz', '2026-12-01 14:00')).toEqual([])
    await expect(few.types('张三', '案例 小测', '2026-12-01 14:00')).rejects.toMatchObject({
      code: 'cases.too-few-cards',
    })
  })

  test('a letter is an answer only where one is waited for, and for a day', async () => {
    const { letter, types } = await withCards(6)
    expect((await letter('张三', 'A', '2026-12-01 14:00')).heard).toBe(false)
    await types('张三', '案例 小测', '2026-12-01 14:00')
    expect((await letter('李伟', 'A', '2026-12-01 14:01')).heard).toBe(false)
    expect((await letter('张三', 'a client called', '2026-12-01 14:01')).heard).toBe(false)
    expect((await letter('张三', 'A', '2026-12-03 14:01')).heard).toBe(false)
    expect((await letter('张三', 'A', '2026-12-01 14:02')).heard).toBe(true)
  })

  test('a card that was erased in between does not stop it', async () => {
    const { letter, types, team } = await withCards(6)
    await types('张三', '案例 小测', '2026-12-01 14:00')
    await shared.store.prisma.case.deleteMany({ where: { teamId: team.id } })
    expect((await letter('张三', 'A', '2026-12-01 14:01')).words).toContain('（已删除）')
  })

  test('a form that is asked for step by step hears a letter before the quiz does', () => {
    const hearers = features.filter(({ hears }) => hears !== undefined).map(({ name }) => name)
    expect(hearers.indexOf('dialogue')).toBeLessThan(hearers.indexOf('cases'))
    expect(hearers).toContain('dialogue')
  })
})
