const WIDTH = 30

/** `██████░░░░ 60% (120/200)` */
export function progressBar(done: number, total: number): string {
  const part = total === 0 ? 1 : Math.min(1, done / total)
  const full = Math.round(part * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(part * 100)}% (${done}/${total})`
}
