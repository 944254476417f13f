import { makeManifest } from '../../../adapters/slack/setup/manifest.ts'
import { features } from '../../../src/features/index.ts'

/** The slash commands of the manifest that is printed for this prefix: all that can be typed in Slack with a slash. */
export function manifestSlashes(prefix: string | null = null): readonly string[] {
  const commands = features.flatMap(feature => feature.commands ?? [])
  const { manifest } = makeManifest({ commands, shortcuts: [], prefix, door: { mode: 'socket' }, lang: 'en' })
  return manifest.features?.slash_commands?.map(({ command }) => command) ?? []
}
