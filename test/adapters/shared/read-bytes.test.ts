import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../../../adapters/shared/read-bytes.ts'

function streamed(chunks: Iterable<Uint8Array>): Request {
  const parts = chunks[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = parts.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
  return new Request('http://here/', { method: 'POST', body, duplex: 'half' })
}

describe('reading a body', () => {
  it('gives the bytes as they came, however they were parted', async () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(parts, async chunks => {
        expect(await readBytes(streamed(chunks), 1_000)).toEqual(Buffer.concat(chunks))
      }),
    )
  })

  it('takes as much as is allowed and not a byte more', async () => {
    const most = new Uint8Array(100)
    expect(await readBytes(new Request('http://here/', { method: 'POST', body: most }), 100)).toHaveLength(100)
    expect(await readBytes(streamed([most, new Uint8Array(1)]), 100)).toBe('too large')
  })

  it('stops reading at the limit', async () => {
    let given = 0
    function* endless() {
      for (;;) {
        given += 1
        yield new Uint8Array(1_000)
      }
    }
    expect(await readBytes(streamed(endless()), 10_000)).toBe('too large')
    expect(given).toBeLessThan(20)
  })

  it('does not begin with what announces itself as too large', async () => {
    const request = new Request('http://here/', { method: 'POST', body: 'x', headers: { 'content-length': '101' } })
    expect(await readBytes(request, 100)).toBe('too large')
  })

  it('is not undone by a sender that goes away', async () => {
    const body = new ReadableStream<Uint8Array>({ pull: controller => controller.error(new Error('gone')) })
    const request = new Request('http://here/', { method: 'POST', body, duplex: 'half' })
    expect(await readBytes(request, 100)).toBe('cut off')
  })

  it('takes a request without a body as an empty one', async () => {
    expect(await readBytes(new Request('http://here/', { method: 'POST' }), 100)).toHaveLength(0)
  })
})
