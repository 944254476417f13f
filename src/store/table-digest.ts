import { createHash } from 'node:crypto'

/**
 * A checksum of a table's rows that does not depend on their order, since no two databases sort text alike: the SHA-256 of
 * every row, added up in eight 32-bit lanes (which wrap around). Equal rows count as often as they occur.
 */
export class TableDigest {
  rows = 0
  readonly #lanes = new Uint32Array(8)

  add(row: string): void {
    this.rows += 1
    const hash = createHash('sha256').update(row).digest()
    for (let lane = 0; lane < 8; lane++) {
      this.#lanes[lane] = (this.#lanes[lane] ?? 0) + hash.readUInt32LE(lane * 4)
    }
  }

  /** 64 hexadecimal digits. */
  get sum(): string {
    return Array.from(this.#lanes, lane => lane.toString(16).padStart(8, '0')).join('')
  }

  get total(): TableTotal {
    return { rows: this.rows, sum: this.sum }
  }
}

export interface TableTotal {
  readonly rows: number
  readonly sum: string
}
