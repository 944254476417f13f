import { part } from './dom.ts'

const key = 'bellwether.tour'

/** Three steps for who comes for the first time; gone for good once understood. */
export function showTour(): void {
  const tour = part('tour', HTMLElement)
  tour.hidden = localStorage.getItem(key) === 'done'
  part('tour-done', HTMLButtonElement).addEventListener('click', () => {
    localStorage.setItem(key, 'done')
    tour.hidden = true
    part('text', HTMLTextAreaElement).focus()
  })
}
