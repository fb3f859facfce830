import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { IconButton } from '../../src/primitives/icon-button/IconButton.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import '../../src/styles/index.css'

/** Longer than the pointer must rest on an anchor. */
const pastDelay = () => new Promise((resolve) => setTimeout(resolve, 700))

const shown = () => document.querySelectorAll('.roster-tooltip:popover-open').length

describe('a tooltip', () => {
  it('opens when the pointer moves on its anchor, not when its anchor moves beneath the pointer', async () => {
    await render(
      <RosterUI>
        <div data-testid="room" style={{ position: 'relative', inlineSize: 300, blockSize: 300 }}>
          <div data-testid="moving" style={{ position: 'absolute', insetBlockStart: 200 }}>
            <IconButton icon="more" label="Table options" />
          </div>
        </div>
      </RosterUI>,
    )
    const button = page.getByRole('button', { name: 'Table options' })
    const entered = new Promise((resolve) => button.element().addEventListener('pointerenter', resolve))

    // A press, since a browser only looks what is beneath the pointer of an active page.
    await userEvent.click(page.getByTestId('room'), { position: { x: 12, y: 12 } })
    const moving = page.getByTestId('moving').element() as HTMLElement
    moving.style.insetBlockStart = '0'
    await entered
    await pastDelay()
    expect(shown()).toBe(0)

    await userEvent.hover(button, { position: { x: 16, y: 16 } })
    await expect.poll(shown).toBe(1)
  })

  it('stays hidden after Escape until the pointer comes back', async () => {
    await render(
      <RosterUI>
        <IconButton icon="more" label="Table options" />
        <p>Elsewhere</p>
      </RosterUI>,
    )
    const button = page.getByRole('button', { name: 'Table options' })
    await userEvent.hover(button, { position: { x: 16, y: 16 } })
    await expect.poll(shown).toBe(1)
    await userEvent.keyboard('{Escape}')
    await expect.poll(shown).toBe(0)
    await userEvent.hover(button, { position: { x: 18, y: 18 } })
    await pastDelay()
    expect(shown()).toBe(0)
    await userEvent.hover(page.getByText('Elsewhere'))
    await userEvent.hover(button, { position: { x: 16, y: 16 } })
    await expect.poll(shown).toBe(1)
  })
})
