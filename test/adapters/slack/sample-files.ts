import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Sample {
  /** Such as `events/app_mention-1`. */
  readonly name: string
  readonly json: unknown
}

const folder = fileURLToPath(new URL('../../../adapters/slack/samples', import.meta.url))

/** What Slack really sent, as published by its own client libraries; everything below these folders. */
export function samplesOf(...parts: readonly string[]): readonly Sample[] {
  return parts.flatMap(part =>
    globSync(`${part}/*.json`, { cwd: folder })
      .toSorted()
      .map(file => ({
        name: file.replace(/\.json$/, ''),
        json: JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
      })),
  )
}

/** Samples that were published without the envelope get one. */
export function inEnvelope(event: unknown): unknown {
  return { type: 'event_callback', event_id: 'Ev1', event_time: 1_700_000_000, event }
}
