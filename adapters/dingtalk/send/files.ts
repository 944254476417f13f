import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import type { Lane, Outgoing } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Files } from '../../../src/platform/files.ts'
import { Memory } from '../../shared/memory.ts'
import { mayPass } from '../../shared/persist.ts'
import type { DingTalkClient } from '../client.ts'
import type { DingTalkPayload } from '../render/payload.ts'
import type { Course } from './course.ts'
import { uploadMedia } from './media.ts'
import { packed, type Sendable } from './packing.ts'
import type { Robot } from './robot.ts'

/** Hands over the files of a message, each as a message of the robot's; the words, which say what they are, follow. */
export type HandOver = (outgoing: Outgoing<DingTalkPayload>, course: Course) => Promise<void>

export interface HandOverParts {
  readonly client: DingTalkClient
  readonly robot: Pick<Robot, 'hand'>
  readonly files: Files
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

const mostBytes = 20 * 1_048_576
const remembered = 200
const goodFor = 12 * 3_600_000

/**
 * Neither a session nor a card holds a file, so the robot sends it. What was handed over is not handed over again when the
 * words after it fail and the delivery is tried anew, nor what a process died over; what DingTalk does not take is left out,
 * for the words tell what to type.
 */
export function createHandOver({ client, robot, files, clock, log }: HandOverParts): HandOver {
  const uploaded = new Memory<{ readonly id: string; readonly at: number }>(remembered)

  async function mediaOf(ref: string, file: Sendable, lane: Lane): Promise<string> {
    const known = uploaded.get(ref)
    if (known !== undefined && clock.now().getTime() - known.at < goodFor) return known.id
    const id = await uploadMedia(client, 'file', file, lane)
    uploaded.set(ref, { id, at: clock.now().getTime() })
    return id
  }

  async function handOver(ref: string, { address, lane }: Outgoing<DingTalkPayload>, course: Course): Promise<void> {
    const kept = await files(ref)
    if (kept === null) throw new PlatformError('rejected', 'a file is not kept any more')
    if (kept.bytes.byteLength === 0) throw new PlatformError('rejected', 'a file is empty')
    const file = packed(kept)
    if (file.bytes.byteLength > mostBytes) throw new PlatformError('rejected', 'a file is too large')
    const mediaId = await mediaOf(ref, file, lane)
    await course.hand(ref)
    try {
      await robot.hand(address, { mediaId, fileName: file.filename, fileType: file.ending }, lane)
    } catch (error) {
      if (error instanceof PlatformError && error.kind !== 'uncertain') await course.handBack(ref)
      throw error
    }
  }

  return async (outgoing, course) => {
    for (const ref of outgoing.payload.files ?? []) {
      if (course.handed.has(ref)) continue
      try {
        await handOver(ref, outgoing, course)
      } catch (error) {
        if (!(error instanceof PlatformError) || mayPass(error)) throw error
        log.warn({ ref, why: error.message }, 'dingtalk: a file is not sent, only its words')
      }
    }
  }
}
