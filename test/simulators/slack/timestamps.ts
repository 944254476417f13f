import type { Channel } from './workspace.ts'

/** The next message time of a channel, `seconds.microseconds`: unique there, and never before the one before it. */
export function nextTs(channel: Channel, now: Date): string {
  channel.lastTs = Math.max(now.getTime() * 1_000, channel.lastTs + 1)
  return asTs(channel.lastTs)
}

export function tsAt(now: Date): string {
  return asTs(now.getTime() * 1_000)
}

function asTs(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000)
  return `${seconds}.${String(microseconds % 1_000_000).padStart(6, '0')}`
}
