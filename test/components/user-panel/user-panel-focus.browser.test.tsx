import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aPanel, aUser } from './a-panel.tsx'

/** A button of the host's, outside of everything of ours. */
function aButton() {
  const button = document.createElement('button')
  document.body.append(button)
  onTestFinished(() => button.remove())
  return button
}

describe('UserPanel beside the table', () => {
  it('takes the focus to its heading, and gives it back on Escape', async () => {
    const onClose = vi.fn()
    const { change, opener, focused } = await aPanel({ onClose })
    expect(focused()?.textContent).toBe('Priya Raghunathan')
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
    await change({ open: false })
    expect(focused()).toBe(opener)
  })

  it('leaves the focus where it is on demand', async () => {
    const { opener, focused } = await aPanel({ openFocus: 'stay' })
    expect(focused()).toBe(opener)
  })

  it('takes no focus back that has gone elsewhere when it closes', async () => {
    const { change, focused } = await aPanel()
    const elsewhere = aButton()
    elsewhere.focus()
    await change({ open: false })
    expect(focused()).toBe(elsewhere)
  })

  it('gives the focus to whom the page says', async () => {
    const elsewhere = aButton()
    const { change, focused } = await aPanel({ returnFocus: () => elsewhere })
    await change({ open: false })
    expect(focused()).toBe(elsewhere)
  })

  it('walks by Alt with the arrows, from its fields too, and not past the end', async () => {
    const [onPrevious, onNext] = [vi.fn(), vi.fn()]
    const { getByRole } = await aPanel({
      navigation: { previous: onPrevious, next: onNext, position: { index: 8, total: 9 } },
    })
    await getByRole('textbox').click()
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowDown}{/Alt}{ArrowUp}')
    expect(onPrevious).toHaveBeenCalledOnce()
    expect(onNext).not.toHaveBeenCalled()
    await expect.element(getByRole('button', { name: 'Next user' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('keeps the focus inside when another user comes, and says who', async () => {
    const { change, focused, getByRole, container } = await aPanel({
      navigation: { position: { index: 0, total: 2 } },
    })
    await getByRole('textbox').click()
    await change({
      user: aUser({ id: 'mateo', name: 'Mateo' }),
      navigation: { position: { index: 1, total: 2 } },
    })
    expect(focused()?.textContent).toBe('Mateo')
    await expect
      .poll(() => container.querySelector('.roster-live-regions [role=status]')?.textContent)
      .toBe('Mateo, 2 of 2')
  })

  it('takes no focus from the table when another user comes', async () => {
    const { change, opener, focused } = await aPanel({ openFocus: 'stay' })
    await change({ user: aUser({ id: 'mateo', name: 'Mateo' }) })
    expect(focused()).toBe(opener)
  })

  it('keeps its heading, and the focus there, when the user is loaded', async () => {
    const { change, focused } = await aPanel({ user: undefined })
    expect(focused()?.textContent).toBe('Loading user')
    await change({ user: aUser() })
    expect(focused()?.textContent).toBe('Priya Raghunathan')
  })
})
