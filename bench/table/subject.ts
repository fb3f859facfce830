import type { People } from './people.ts'

/**
 * One way to show the list. Each draws a checkbox, avatar, name, email, role, teams and time for each row, a field of
 * type search, and a button `[data-column] button` that sorts.
 */
export interface Subject {
  /** Shows the people in an element of 600 px height. */
  mount(root: HTMLElement, people: People): void
  /** The element that scrolls. */
  scroller(root: HTMLElement): HTMLElement
}

declare global {
  interface Window {
    subject: Subject
    createPeople(total: number): People
  }
}
