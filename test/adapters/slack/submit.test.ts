import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsIn } from '../../../adapters/slack/doors/submit.ts'
import { content, form, text } from '../../../src/content/build.ts'
import type { Input } from '../../../src/content/content.ts'
import { type HouseInSlack, houseInSlack } from './house-in-slack.ts'

let stage: HouseInSlack
beforeAll(async () => {
  stage = await houseInSlack()
})
afterAll(() => stage[Symbol.asyncDispose]())

async function openedReport() {
  await stage.slack.slash('ULI', 'CSALES', '/report')
  const view = stage.slack.openView('ULI')
  if (view === null) throw new Error('no modal is open')
  return view.id
}

it('shows each fault beside its input, keeps the modal open and writes nothing down', async () => {
  const before = await stage.written()
  const view = await openedReport()
  const sent = await stage.slack.submits('ULI', view, { visits: 'many', deals: '1' })
  expect(sent.outcome).toBe('errors')
  expect(Object.keys(sent.errors)).toEqual(['visits', 'revenue'])
  expect(sent.errors['visits']).toContain('number')
  expect(await stage.written()).toBe(before)
  expect(stage.slack.openView('ULI')?.id).toBe(view)
})

it('takes the modal once it is right, closes it, and answers where it was asked for', async () => {
  const { slack } = stage
  const view = await openedReport()
  await slack.submits('ULI', view, { visits: 'many' })
  const sent = await slack.submits('ULI', view, { visits: '3', blockers: 'contract <waits> & waits' })
  expect(sent.outcome).toBe('cleared')
  expect(slack.openView('ULI')).toBeNull()
  await stage.settle()
  expect(await stage.reportOf()).toMatchObject({ values: { visits: 3 }, blockers: ['contract <waits> & waits'] })
  expect(stage.seenBy('ULI', 'CSALES').at(-1)).toContain('Report noted')
  expect(stage.seenBy('UWANG', 'CSALES')).toEqual([])
})

it('only writes it down where nobody can tell whether it is right, and the answer tells it', async () => {
  const { slack } = stage
  const view = await openedReport()
  stage.isBlind = true
  const sent = await slack.submits('ULI', view, { visits: 'many' })
  stage.isBlind = false
  expect(sent.outcome).toBe('cleared')
  await stage.settle()
  expect(stage.seenBy('ULI', 'CSALES').at(-1)).toContain('Nothing was noted yet')
})

it('takes a modal that Slack sends twice for one, and with other values for another', async () => {
  const before = await stage.written()
  const submission = (from: string, trigger: string) => ({
    type: 'view_submission',
    user: { id: 'ULI' },
    trigger_id: trigger,
    view: {
      type: 'modal',
      id: 'V1',
      callback_id: 'nudges.hours',
      private_metadata: JSON.stringify({ form: 'nudges.hours' }),
      state: {
        values: {
          from: { from: { type: 'timepicker', selected_time: from } },
          to: { to: { type: 'timepicker', selected_time: '08:00' } },
        },
      },
    },
  })
  for (const trigger of ['1.1', '1.2']) await stage.sends('interactive', submission('20:00', trigger))
  expect(await stage.written()).toBe(before + 1)
  await stage.sends('interactive', submission('21:00', '1.3'))
  expect(await stage.written()).toBe(before + 2)
})

describe('what a modal is told to mend', () => {
  const input = (id: string, fault?: string): Input => ({
    ...{ id, label: id, kind: 'line' },
    ...(fault !== undefined && { fault }),
  })
  const again = (...inputs: readonly Input[]) => ({
    said: [content('en', form({ id: 'f', title: 'F', submit: 'OK', words: '/f', inputs }))],
    refused: false,
  })

  it('is nothing when nothing is wrong', () => {
    expect(errorsIn({ said: [content('en', text('Noted'))], refused: false }, 'f', ['a'])).toBeNull()
    expect(errorsIn(again(input('a')), 'f', ['a'])).toBeNull()
    expect(errorsIn(again(input('a', 'wrong')), 'another', ['a'])).toBeNull()
  })

  it('is the faults by their inputs', () => {
    expect(errorsIn(again(input('a'), input('b', 'wrong')), 'f', ['a', 'b'])).toEqual({ b: 'wrong' })
  })

  it('puts a fault of an input that the modal has not, and a refusal, at the first', () => {
    const faulty = again(input('a', 'wrong'), input('gone', 'missing'))
    expect(errorsIn(faulty, 'f', ['a', 'b'])).toEqual({ a: 'wrong\nmissing' })
    const refusal = { said: [content('en', text('Too late.'))], refused: true }
    expect(errorsIn(refusal, 'f', ['a', 'b'])).toEqual({ a: 'Too late.' })
  })
})
