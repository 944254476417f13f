import { describe, expect, it } from 'vitest'
import { decodeSlash } from '../../../adapters/slack/decode/slash.ts'
import { createTyped } from '../../../adapters/slack/render/typed.ts'
import { langs } from '../../../src/base/words.ts'
import { route } from '../../../src/commands/route.ts'
import { code, content, text } from '../../../src/content/build.ts'
import { plain } from '../../../src/content/plain.ts'
import { features } from '../../../src/features/index.ts'
import { manifestSlashes } from './manifest-slashes.ts'

const commands = features.flatMap(feature => feature.commands ?? [])
const me = { userId: 'UBOT', botId: 'BBOT', teamId: 'T1' }

describe.each([null, 'bw', 'call'])('whatever Bellwether tells people to type, with the prefix %s', prefix => {
  const typed = createTyped(commands, prefix)
  const slashes = manifestSlashes(prefix)

  /** The message that arrives when the words are typed as they are shown, in one line as Slack parts it. */
  function arrives(words: string): string {
    const [command = '', ...rest] = plain(typed(content('zh', text(code(words))))).split(' ')
    expect(slashes).toContain(command)
    const call = { user_id: 'U1', channel_id: 'C1', trigger_id: '1.2.abc', response_url: 'https://slack.example/1' }
    const read = decodeSlash({ ...call, command, text: rest.join(' ') }, { me, prefix })
    if (read.kind === 'ignored' || read.event.body.kind !== 'message') throw new Error(`${words} is no command`)
    return read.event.body.text
  }
  const calls = (words: string) => {
    const asked = route({ text: words, addressed: true }, commands)
    return asked.kind === 'command' ? { name: asked.command.name, rest: asked.rest } : asked
  }

  it('can be typed in Slack, and calls what it says: every example in both languages', () => {
    const examples = commands.flatMap(({ example }) => langs.map(lang => example[lang]))
    expect(examples.map(words => calls(arrives(words)))).toEqual(examples.map(calls))
  })

  it('can be typed in Slack, and calls what it says: every word of every command', () => {
    const words = commands.flatMap(command => command.words).map(word => `/${word}`)
    expect(words.map(word => calls(arrives(word)))).toEqual(words.map(calls))
  })
})
