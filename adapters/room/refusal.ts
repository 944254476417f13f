export type RefusalCode =
  | 'malformed-json'
  | 'malformed'
  | 'too-large'
  | 'too-long'
  | 'file-too-large'
  | 'file-empty'
  | 'cut-off'
  | 'unknown-member'
  | 'unknown-channel'
  | 'unknown-message'
  | 'unknown-action'
  | 'not-found'

const statuses: Readonly<Record<RefusalCode, number>> = {
  'malformed-json': 400,
  malformed: 400,
  'too-large': 413,
  'too-long': 413,
  'file-too-large': 413,
  'file-empty': 400,
  'cut-off': 400,
  'unknown-member': 404,
  'unknown-channel': 404,
  'unknown-message': 404,
  'unknown-action': 404,
  'not-found': 404,
}

/** A call to the Room that is refused, with nothing written. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }

  get response(): Response {
    return Response.json({ error: { code: this.code, message: this.message } }, { status: statuses[this.code] })
  }
}
