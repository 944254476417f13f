const should =
  /^(?:应该?[为是]|应该|改[为成]|should be|to be|is)\s*[:：]?\s*([-−]?[¥$]?\d[\d.]*\s*[万亿千百wkm%]?)(?![\d\p{L}])/iu

/** The number that a reason says it should be, as typed: 应为25，漏了下午. */
export function readProposed(reason: string): string | null {
  return should.exec(reason)?.[1] ?? null
}
