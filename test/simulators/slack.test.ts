import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import type { SlackSimulator } from './slack/index.ts'
import { everyScope, type SlackOptions } from './slack/settings.ts'
import { button, clientOf, lead, openSales, rep, sales, startBot } from './slack-bot.ts'

async function openWith(wire: (app: App) => void, options?: SlackOptions): Promise<SlackSimulator> {
  const slack = await openSales(options)
  await startBot(slack, wire)
  return slack
}

describe('what people say', () => {
  it('reaches a real Bolt app, and its answer is seen', async () => {
    const slack = await openWith(app => app.message('hi', async ({ say }) => void (await say('hello'))))
    const { deliveries } = await slack.says(rep, sales, 'hi there')
    expect(deliveries).toMatchObject([{ acked: true, attempts: 1 }])
    await expect.poll(() => slack.messages(sales).map(({ text }) => text)).toEqual(['hi there', 'hello'])
  })

  it('is told twice when it mentions the bot: two events, one message', async () => {
    const seen: { type: string; id: string; ts: string }[] = []
    const slack = await openWith(app => {
      app.event(
        'message',
        async ({ body, event }) => void seen.push({ type: 'message', id: body.event_id, ts: event.ts }),
      )
      app.event(
        'app_mention',
        async ({ body, event }) => void seen.push({ type: 'mention', id: body.event_id, ts: event.ts }),
      )
    })
    const { ts, deliveries } = await slack.says(rep, sales, `<@${slack.bot.userId}> report`)
    expect(deliveries.length).toBe(2)
    await expect.poll(() => seen.map(({ type }) => type).toSorted()).toEqual(['mention', 'message'])
    expect(new Set(seen.map(event => event.id)).size).toBe(2)
    expect(new Set(seen.map(event => event.ts))).toEqual(new Set([ts]))
  })

  it('arrives escaped, with picks as mentions and addresses as links', async () => {
    const texts: unknown[] = []
    const slack = await openWith(app =>
      app.message(async ({ message }) => void texts.push('text' in message && message.text)),
    )
    await slack.tellsBot(rep, `a<b & <@${lead}> <@U0NOBODY> <!channel> https://example.com @here`)
    const written = `a&lt;b &amp; <@${lead}> &lt;@U0NOBODY&gt; &lt;!channel&gt; <https://example.com> <!here>`
    await expect.poll(() => texts).toEqual([written])
  })

  it('can be edited and taken back, and the app hears of it', async () => {
    const subtypes: unknown[] = []
    const slack = await openWith(app => {
      app.event('message', async ({ event }) => void subtypes.push([event.subtype, event.channel_type]))
    })
    const { ts } = await slack.says(rep, sales, 'three visits')
    expect(await slack.edits(rep, sales, ts, 'four visits')).toMatchObject({ acked: true })
    expect(slack.messages(sales)).toMatchObject([{ text: 'four visits', edited: true }])
    expect(await slack.deletes(rep, sales, ts)).toMatchObject({ acked: true })
    expect(slack.messages(sales)).toEqual([])
    const expected = [undefined, 'message_changed', 'message_deleted'].map(subtype => [subtype, 'channel'])
    await expect.poll(() => subtypes).toEqual(expected)
  })

  it('is not heard where the bot is not', async () => {
    const slack = await openWith(() => undefined)
    await slack.removeFrom(sales, slack.bot.userId)
    const { deliveries } = await slack.says(rep, sales, `<@${slack.bot.userId}> anyone?`)
    expect(deliveries).toEqual([])
  })
})

describe('commands, buttons and shortcuts', () => {
  it('show the first answer of a command to that person only', async () => {
    const slack = await openWith(app => app.command('/plan', ({ ack, command }) => ack(`plan of ${command.text}`)))
    const { payload } = await slack.slash(rep, sales, '/plan', 'today')
    expect(payload).toEqual({ text: 'plan of today' })
    expect(slack.messages(sales, { as: rep })).toMatchObject([{ text: 'plan of today', ephemeral: true }])
    expect(slack.messages(sales, { as: lead })).toEqual([])
  })

  it('refuse a command that is not in the manifest, of which the app hears nothing', async () => {
    const slack = await openWith(app => app.command(/./, ({ ack }) => ack('heard')), { slashCommands: ['/plan'] })
    await expect(slack.slash(rep, sales, '/rules')).rejects.toThrow('/rules is not a valid command')
    expect(slack.messages(sales, { as: rep })).toEqual([])
    expect(await slack.slash(rep, sales, '/plan')).toMatchObject({ payload: { text: 'heard' } })
  })

  it('let a button be pressed that is there, and its message be replaced', async () => {
    const values: unknown[] = []
    const slack = await openWith(app =>
      app.action({ type: 'block_actions', action_id: 'go' }, async ({ ack, action, respond }) => {
        await ack()
        values.push('value' in action && action.value)
        await respond({ text: 'done', replace_original: true })
      }),
    )
    const blocks = [{ type: 'actions', elements: [button('go', '42')] }]
    const { ts = '' } = await clientOf(slack).chat.postMessage({ channel: sales, text: 'Go?', blocks })
    expect(await slack.clicks(rep, { channel: sales, ts, actionId: 'go' })).toMatchObject({ delivery: { acked: true } })
    await expect.poll(() => slack.messages(sales).map(({ text }) => text)).toEqual(['done'])
    expect(values).toEqual(['42'])
    expect(() => slack.clicks(rep, { channel: sales, ts, actionId: 'stay' })).toThrow(
      'There is nothing to use named stay',
    )
  })

  it('carry the message that a shortcut was used on', async () => {
    const texts: unknown[] = []
    const slack = await openWith(app =>
      app.shortcut({ type: 'message_action', callback_id: 'blocker' }, async ({ ack, shortcut }) => {
        texts.push(shortcut.message.text)
        await ack()
      }),
    )
    const { ts } = await slack.says(rep, sales, 'legal is slow')
    await slack.usesShortcut(rep, sales, ts, 'blocker')
    expect(texts).toEqual(['legal is slow'])
  })

  it('are given up when nobody acknowledges in time', async () => {
    const slack = await openWith(app => app.command('/slow', () => sleep(0)), { socketAckWithinMs: 50 })
    const { delivery } = await slack.slash(rep, sales, '/slow')
    expect(delivery).toEqual({ acked: false, reason: 'operation_timeout', attempts: 1 })
  })
})

describe('modals and the home tab', () => {
  const field = (id: string, element: object) => ({
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: id },
    element,
  })
  const options = ['low', 'high'].map(value => ({ text: { type: 'plain_text', text: value }, value }))
  const form = {
    type: 'modal' as const,
    callback_id: 'plan',
    title: { type: 'plain_text' as const, text: 'Plan' },
    submit: { type: 'plain_text' as const, text: 'Send' },
    notify_on_close: true,
    blocks: [
      field('visits', { type: 'number_input', action_id: 'a1', is_decimal_allowed: false, initial_value: '2' }),
      field('mood', { type: 'static_select', action_id: 'a2', options }),
    ],
  }

  function opensForm(app: App): void {
    app.command('/plan', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: form })
    })
  }

  async function openForm(slack: SlackSimulator): Promise<string> {
    await slack.slash(rep, sales, '/plan')
    await expect.poll(() => slack.openView(rep)).not.toBeNull()
    return slack.openView(rep)?.id ?? ''
  }

  it('carry what was entered and what was left as it was shown', async () => {
    const states: unknown[] = []
    const slack = await openWith(app => {
      opensForm(app)
      app.view('plan', async ({ ack, view }) => {
        states.push(view.state.values)
        await ack()
      })
    })
    const id = await openForm(slack)
    expect(await slack.submits(rep, id, { mood: 'high' })).toMatchObject({ outcome: 'closed' })
    expect(slack.openView(rep)).toBeNull()
    expect(states).toMatchObject([
      { visits: { a1: { value: '2' } }, mood: { a2: { selected_option: { value: 'high' } } } },
    ])
  })

  it('stay open with errors, and refuse what Slack would not let anybody send', async () => {
    const slack = await openWith(app => {
      opensForm(app)
      app.view('plan', ({ ack }) => ack({ response_action: 'errors', errors: { visits: 'too few' } }))
    })
    const id = await openForm(slack)
    const submitted = await slack.submits(rep, id, { mood: 'low' })
    expect(submitted).toMatchObject({ outcome: 'errors', errors: { visits: 'too few' } })
    expect(slack.openView(rep)?.id).toBe(id)
    await expect(slack.submits(rep, id, { mood: 'medium' })).rejects.toThrow('cannot have "medium"')
    await expect(slack.submits(rep, id, { visits: 'many', mood: 'low' })).rejects.toThrow('cannot have "many"')
    await expect(slack.submits(rep, id, { mood: null })).rejects.toThrow('mood must be filled in')
    await expect(slack.submits(rep, id, { budget: '1' })).rejects.toThrow('no field budget')
  })

  it('do not take errors for what is no field, as Slack does not', async () => {
    const slack = await openWith(app => {
      opensForm(app)
      app.view('plan', ({ ack }) => ack({ response_action: 'errors', errors: { budget: 'too high' } }))
    })
    const id = await openForm(slack)
    expect(await slack.submits(rep, id, { mood: 'low' })).toMatchObject({ outcome: 'failed', errors: {} })
    expect(slack.takeUnexpected()).toMatchObject([expect.stringContaining('errors for budget')])
  })

  it('tell of being closed when the app asked for it', async () => {
    const slack = await openWith(app => {
      opensForm(app)
      app.view({ type: 'view_closed', callback_id: 'plan' }, ({ ack }) => ack())
    })
    expect(await slack.closesView(rep, await openForm(slack))).toMatchObject({ acked: true })
    expect(slack.openView(rep)).toBeNull()
  })

  it('show a home that can be pressed on', async () => {
    const pressed: unknown[] = []
    const slack = await openWith(app => {
      app.event('app_home_opened', async ({ client, event }) => {
        const blocks = [{ type: 'actions', elements: [button('mute', 'nudges')] }]
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
      })
      app.action('mute', async ({ ack, body }) => {
        pressed.push(body.user.id)
        await ack()
      })
    })
    await slack.opensHome(rep)
    await expect.poll(() => slack.home(rep)).not.toBeNull()
    await slack.clicks(rep, { viewId: slack.home(rep)?.id ?? '', actionId: 'mute' })
    expect(pressed).toEqual([rep])
  })
})

describe('files that people share', () => {
  const content = new TextEncoder().encode('%PDF-1.7')
  const asked = (address: string, token?: string) =>
    fetch(address, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })

  /** A file in the direct channel, and the address that the app is told of it. */
  async function shared(options?: SlackOptions) {
    const addresses: string[] = []
    const slack = await openWith(app => {
      app.event('message', async ({ event }) => {
        const files = 'files' in event ? event.files : undefined
        addresses.push(...(files ?? []).flatMap(({ url_private_download: address }) => address ?? []))
      })
    }, options)
    await slack.handsBot(rep, [{ name: 'prices.pdf', content }], { text: 'for all' })
    await expect.poll(() => addresses).toHaveLength(1)
    return { slack, address: addresses[0] ?? '' }
  }

  it('are seen, and fetched by whoever shows the token of the bot', async () => {
    const { slack, address } = await shared()
    expect(slack.directMessages(rep)).toMatchObject([{ text: 'for all', files: [{ name: 'prices.pdf' }] }])
    const answer = await asked(address, slack.botToken)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(content)
  })

  it('are a page to log in for a bot without the scope, and a mistake without the token', async () => {
    const { slack, address } = await shared({ scopes: everyScope.filter(scope => scope !== 'files:read') })
    for (const token of [slack.botToken, undefined, slack.appToken]) {
      const answer = await asked(address, token)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    }
    expect(slack.takeUnexpected()).toMatchObject([
      expect.stringContaining('no token was shown'),
      expect.stringContaining('another token was shown'),
    ])
  })

  it('can be gone, or take their time, and one that never was is a mistake', async () => {
    const { slack, address } = await shared()
    slack.failNext('download', { status: 404 })
    expect((await asked(address, slack.botToken)).status).toBe(404)
    slack.filesComeAfter(100)
    const began = performance.now()
    expect((await asked(address, slack.botToken)).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(90)
    const [never] = address.split('-F')
    expect((await asked(`${never}-FNEVER/prices.pdf`, slack.botToken)).status).toBe(404)
    expect(slack.takeUnexpected()).toEqual(['download: there is no file FNEVER'])
  })
})
