import { describe, expect, it } from 'vitest'
import { decodeBotEvent } from '../../../adapters/wecom/decode/bot-event.ts'
import { inboundEventSchema } from '../../../src/platform/events.ts'
import { bodies, botSamples, malformedBodies, press } from './bot-messages.ts'

const readKey = (key: string) => {
  const [actionId = '', value] = key.split('#')
  return actionId === 'foreign' ? null : { actionId, ...(value !== undefined && { value }) }
}

function pressed(body: unknown) {
  const read = decodeBotEvent(body, readKey)
  if (read.kind !== 'inbound') throw new Error(read.why)
  return read
}

describe('a press on a card', () => {
  it('is an action of that person in that chat', () => {
    const body = press({ card_type: 'button_interaction', event_key: 'reports.confirm#r7', task_id: 'card-1' })
    expect(pressed(body)).toEqual({
      kind: 'inbound',
      chat: { kind: 'group', id: 'wrSALEs' },
      taskId: 'card-1',
      event: {
        platform: 'wecom',
        eventId: 'evt1',
        place: { kind: 'group', channelId: 'wrSALEs' },
        author: { accountId: 'LiNa' },
        at: '2023-11-14T22:13:20.000Z',
        body: { kind: 'action', actionId: 'reports.confirm', value: 'r7' },
      },
    })
  })

  it('brings the one answer to each question of a form, and all answers to one with checkboxes', () => {
    const items = (...answers: [string, string[]][]) => ({
      selected_item: answers.map(([question_key, option_id]) => ({ question_key, option_ids: { option_id } })),
    })
    const form = { card_type: 'multiple_interaction', event_key: 'go', selected_items: items(['a', ['1']], ['b', []]) }
    expect(pressed(press(form)).event.body).toMatchObject({ values: { a: '1' } })
    const vote = { card_type: 'vote_interaction', event_key: 'go', selected_items: items(['a', ['1', '2']]) }
    expect(pressed(press(vote)).event.body).toMatchObject({ values: { a: ['1', '2'] } })
    const one = { card_type: 'multiple_interaction', event_key: 'go' }
    const alone = { selected_item: { question_key: 'a', option_ids: { option_id: '1' } } }
    expect(pressed(press({ ...one, selected_items: alone })).event.body).toMatchObject({ values: { a: '1' } })
    expect(pressed(press({ ...one, selected_items: 7 })).event.body).not.toHaveProperty('values')
  })

  it('leads to nothing where the button is not ours or nothing was pressed', () => {
    expect(decodeBotEvent(press({ event_key: 'foreign#x' }), readKey)).toMatchObject({ why: 'no button of ours' })
    expect(decodeBotEvent(press({ task_id: 'card-1' }), readKey).kind).toBe('ignored')
    expect(decodeBotEvent(press({ event_key: 'go' }, { from: {} }), readKey).kind).toBe('ignored')
    expect(decodeBotEvent(press({ event_key: 'go' }, { chatid: undefined }), readKey).kind).toBe('ignored')
  })
})

describe('every sample', () => {
  it.each(bodies('aibot_event_callback'))('is a valid event or ignored: %s', (_, body) => {
    const read = decodeBotEvent(body, readKey)
    if (read.kind === 'inbound') expect(inboundEventSchema.parse(read.event)).toEqual(read.event)
  })

  it('of a press is read in both of its forms', () => {
    const bodyOf = (name: string) => pressed(botSamples(`event-template_card_event-${name}`).body).event.body
    expect(bodyOf('flat')).toEqual({ kind: 'action', actionId: 'button_replace_text' })
    expect(bodyOf('nested')).toEqual({ kind: 'action', actionId: 'button_replace_text' })
    expect(bodyOf('vote')).toEqual({
      kind: 'action',
      actionId: 'EVENTKEY',
      values: { QUESTIONKEY1: ['OPTIONID1', 'OPTIONID2'] },
    })
  })

  it.each(['event-enter_chat', 'event-feedback', 'event-disconnected', 'event-template_card_event-string'])(
    'that is no press is ignored: %s',
    name => {
      expect(decodeBotEvent(botSamples(name).body, readKey).kind).toBe('ignored')
    },
  )

  it.each(malformedBodies())('that is malformed is ignored: %j', body => {
    expect(decodeBotEvent(body, readKey).kind).toBe('ignored')
  })
})
