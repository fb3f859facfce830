import axe from 'axe-core'
import { expect, it } from 'vitest'
import { aPage } from './a-page.tsx'

const rules = async (container: Element) => {
  const { violations } = await axe.run(container, { rules: { region: { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

it.each([1_000, 390, 320])('axe finds nothing in UsersSettings at %i px', async (width) => {
  const page = await aPage({ width, onOpenUser: () => undefined })
  await expect.poll(page.count).toBe('1,204 users')
  expect(await rules(page.container)).toEqual([])
  await page.searchFor('nobody at all')
  await expect.poll(page.count).toBe('0 of 1,204')
  expect(await rules(page.container)).toEqual([])
})

it.each([1_200, 390])('axe finds nothing in an open user at %i px', async (width) => {
  const page = await aPage({ width })
  await expect.poll(page.count).toBe('1,204 users')
  page.container.querySelector<HTMLElement>('[data-primary]')?.click()
  await expect.element(page.getByRole('radio').first()).toBeVisible()
  expect(await rules(document.body)).toEqual([])
})
