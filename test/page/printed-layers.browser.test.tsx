import { expect, it, onTestFinished } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

it('a dialog and a list that is open in it are not printed over the page, and keep the focus', async () => {
  await page.viewport(1_000, 700)
  const screen = await aPage()
  await expect.poll(screen.count).toBe('1,204 users')
  await screen.getByRole('button', { name: 'Invite user' }).click()
  await screen.getByRole('combobox', { name: /^Role/ }).click()
  const shown = () =>
    [...document.querySelectorAll('.roster-scrim, .roster-popover')].map((layer) =>
      Number(getComputedStyle(layer).opacity),
    )
  await expect.poll(shown).toEqual([1, 1])
  const focused = document.activeElement
  onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { media: '' })))
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' })
  expect(shown()).toEqual([0, 0])
  await cdp().send('Emulation.setEmulatedMedia', { media: '' })
  await expect.poll(shown).toEqual([1, 1])
  expect(document.activeElement).toBe(focused)
  await userEvent.keyboard('{Escape}{Escape}')
  await expect.poll(shown).toEqual([])
})
