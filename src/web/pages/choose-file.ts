import { part } from './dom.ts'

/** The ways in which a file is chosen: picked by the clip, pasted where one writes, or dropped on the chat. */
export function watchForFiles(take: (files: FileList) => void, mayPick: () => boolean): void {
  const picker = part('file', HTMLInputElement)
  const chat = part('chat', HTMLElement)
  const given = (files: FileList | null | undefined) => {
    if (files?.length) take(files)
  }

  part('clip', HTMLButtonElement).addEventListener('click', () => {
    if (mayPick()) picker.click()
  })
  picker.addEventListener('change', () => {
    given(picker.files)
    // So that the same one may be picked again.
    picker.value = ''
  })
  part('text', HTMLTextAreaElement).addEventListener('paste', event => {
    const { files, types } = event.clipboardData ?? {}
    // A sheet is copied as words and as their picture: those are words.
    if (!files?.length || types?.includes('text/plain')) return
    event.preventDefault()
    given(files)
  })
  // Wherever it is let go: a browser would leave the page and open it.
  chat.addEventListener('dragover', event => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    chat.classList.toggle('over', mayPick())
  })
  chat.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && chat.contains(relatedTarget))) chat.classList.remove('over')
  })
  chat.addEventListener('drop', event => {
    chat.classList.remove('over')
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    given(event.dataTransfer.files)
  })
}
