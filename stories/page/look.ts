import type { queries, within } from 'storybook/test'

type Canvas = ReturnType<typeof within<typeof queries>>

/** The field that a person searches by. */
export const search = (canvas: Canvas) => canvas.getByRole('textbox', { name: 'Search users' })

/** The sentence that says how many there are. */
export const countOf = (element: HTMLElement) => element.querySelector('.roster-count')?.textContent

/** The name of the uppermost row. */
export const firstName = (element: HTMLElement) => element.querySelector('.roster-user-name')?.textContent
