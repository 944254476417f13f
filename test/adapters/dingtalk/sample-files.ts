import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Sample {
  /** Such as `bot-message/text-1`. */
  readonly name: string
  readonly json: unknown
}

const folder = fileURLToPath(new URL('../../../adapters/dingtalk/samples', import.meta.url))

/** What DingTalk really sent, as published; everything below this folder. */
export function samplesOf(part: string): readonly Sample[] {
  return globSync(`${part}/*.json`, { cwd: folder })
    .toSorted()
    .map(file => ({ name: file.replace(/\.json$/, ''), json: JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) }))
}

/** Frames that DingTalk would not send, as texts. */
export function malformedFrames(): readonly string[] {
  return readFileSync(`${folder}/frames/malformed.jsonl`, 'utf8').split('\n')
}

/** What lies in the frames that carry something. */
export function withinFrames(): readonly Sample[] {
  return samplesOf('frames').map(({ name, json }) => ({ name, json: JSON.parse(Object(json).data) }))
}
