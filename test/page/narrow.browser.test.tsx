import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { seedCompany } from '../../mocks/people/seed-company.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

const isCut = (element: Element) =>
  element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1

describe.each([390, 320])('the users in a window of %i pixels', (width) => {
  beforeEach(() => page.viewport(width, 800))

  it('shows the names of roles whole, in rows of one height', async () => {
    const screen = await aPage({ width, height: 800 })
    await expect.poll(screen.count).toBe('1,204 users')
    const { roles } = await screen.stack.api.roles.list()
    const longest = roles.reduce((most, role) => (role.name.length > most.name.length ? role : most))
    await screen.unmount()
    const filtered = await aPage({
      width,
      height: 800,
      stack: screen.stack,
      defaultView: { users: { roleIds: [longest.id] } },
    })
    await expect.poll(filtered.count).toMatch(/^\d+ of 1,204$/)
    const shown = [...filtered.container.querySelectorAll('.roster-users-role, .roster-user-role')]
    expect(shown.length).toBeGreaterThan(3)
    expect(shown.every((role) => role.textContent === longest.name)).toBe(true)
    expect(shown.filter(isCut)).toEqual([])
    const heights = [...filtered.container.querySelectorAll('.roster-table-row')].map((row) =>
      Math.round(row.getBoundingClientRect().height),
    )
    expect(new Set(heights)).toEqual(new Set([60]))
  })

  it('shows what is known about a user on one line', async () => {
    const screen = await aPage({ width, height: 800 })
    await expect.poll(screen.count).toBe('1,204 users')
    screen.container.querySelector<HTMLElement>('[data-primary]')?.click()
    await expect.poll(() => document.querySelector('.roster-panel-facts')?.clientHeight).toBe(16)
  })

  it('shows the ring of the table’s options whole', async () => {
    const screen = await aPage({ width, height: 800 })
    await expect.poll(screen.count).toBe('1,204 users')
    const options = await screen.getByRole('button', { name: 'Table options' }).findElement()
    ;(options as HTMLElement).focus()
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Tab}')
    expect(options.matches(':focus-visible')).toBe(true)
    const { outlineOffset, outlineWidth } = getComputedStyle(options)
    const ring = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth)
    const filter = screen.container.querySelector('.roster-list-filter')?.getBoundingClientRect()
    const table = screen.container.querySelector('.roster-table')?.getBoundingClientRect()
    const { top, bottom } = options.getBoundingClientRect()
    expect(top - ring).toBeGreaterThanOrEqual(filter?.bottom ?? 0)
    expect(bottom + ring).toBeLessThanOrEqual(table?.top ?? 0)
  })

  it('ends a role that is too long for three lines in an ellipsis that can be seen', async () => {
    const company = seedCompany({ now: Date.now(), count: 12 })
    const name = 'Leitung der Kundenbetreuung Nordrhein-Westfalen und Niedersachsen'
    const stack = await aStack({
      companies: [{ ...company, roles: company.roles.map((role) => ({ ...role, name })) }],
    })
    const screen = await aPage({ stack, width, height: 800 })
    const inColumn = width >= 390
    const role = () => screen.container.querySelector(inColumn ? '.roster-users-role' : '.roster-user-role')
    await expect.poll(() => role()?.textContent).toBe(name)
    const shown = role() as HTMLElement
    expect(isCut(shown)).toBe(true)
    if (!inColumn) return expect(getComputedStyle(shown).textOverflow).toBe('ellipsis')
    const text = document.createRange()
    text.selectNodeContents(shown)
    const ellipsis = shown.getBoundingClientRect().right - text.getBoundingClientRect().right
    expect(ellipsis).toBeGreaterThanOrEqual(12)
    const cell = getComputedStyle(shown.closest('td') as Element)
    expect(cell.overflowClipMargin).toBe('content-box 12px')
  })
})
