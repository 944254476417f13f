/** Whether these are the bytes of a picture as chats get it, and not of an empty one. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes.length > 20_000 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

/** Whether these are the bytes of a spreadsheet: a zip archive with the parts of a workbook. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  return text.startsWith('PK') && text.includes('xl/workbook.xml')
}
