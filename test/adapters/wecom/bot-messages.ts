import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../adapters/wecom/samples/bot', import.meta.url))

/** A frame as WeCom documents it, by the name of its file. */
export function botSamples(name: string) {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
}

/** What lies in all frames of a command, each with its name. */
export function bodies(cmd: string): [string, unknown][] {
  const names = globSync('*.json', { cwd: folder }).map(file => file.replace(/\.json$/, ''))
  return names.flatMap(name => (botSamples(name).cmd === cmd ? [[name, botSamples(name).body]] : []))
}

/** Frames that nobody should send, as texts. */
export function malformedFrames(): string[] {
  return readFileSync(`${folder}/malformed.jsonl`, 'utf8').trim().split('\n')
}

/** What lies in those of them that are JSON. */
export function malformedBodies(): unknown[] {
  return malformedFrames()
    .slice(1)
    .map(line => JSON.parse(line)?.body)
}

/** Li says something to the bot in the group wrSALEs. */
export function groupMessage(changes: object = {}): object {
  return {
    msgid: 'msg1',
    aibotid: 'aib1',
    chatid: 'wrSALEs',
    chattype: 'group',
    from: { userid: 'LiNa' },
    create_time: 1_700_000_000,
    response_url: 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=x',
    msgtype: 'text',
    text: { content: '@领头羊 日报 拜访3 电话20' },
    ...changes,
  }
}

/** The same to the bot alone. */
export function directMessage(changes: object = {}): object {
  return groupMessage({ chatid: undefined, chattype: 'single', text: { content: '日报 拜访3' }, ...changes })
}

/** Li presses a button of a card in the group. */
export function press(event: object, changes: object = {}): object {
  return {
    msgid: 'evt1',
    aibotid: 'aib1',
    chatid: 'wrSALEs',
    chattype: 'group',
    from: { userid: 'LiNa' },
    create_time: 1_700_000_000,
    msgtype: 'event',
    event: { eventtype: 'template_card_event', template_card_event: event },
    ...changes,
  }
}
