/**
 * A request's or answer's body as it came. Of one that is larger than `most` bytes no more than that is kept in memory; of one whose
 * sender went away in the middle there is nothing to keep.
 */
export async function readBytes(
  { headers, body }: Pick<Request, 'headers' | 'body'>,
  most: number,
): Promise<Uint8Array | 'too large' | 'cut off'> {
  if (Number(headers.get('content-length') ?? 0) > most) return 'too large'
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.byteLength
      if (bytes > most) return 'too large'
      chunks.push(chunk)
    }
  } catch {
    return 'cut off'
  }
  return Buffer.concat(chunks)
}
