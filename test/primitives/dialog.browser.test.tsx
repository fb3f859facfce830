import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ConfirmDialog } from '../../src/primitives/confirm-dialog/ConfirmDialog.tsx'
import { Dialog } from '../../src/primitives/dialog/Dialog.tsx'
import { Menu } from '../../src/primitives/menu/Menu.tsx'
import { MenuItem } from '../../src/primitives/menu/MenuItem.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { renderInShadow } from './render-in-shadow.tsx'

function Page() {
  const [open, setOpen] = useState(false)
  const [sure, setSure] = useState(false)
  return (
    <RosterUI>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <a href="#elsewhere">Elsewhere</a>
      <Dialog open={open} onOpenChange={setOpen} title="Invite" footer={<button type="button">Send</button>}>
        <input aria-label="Email" />
        <Menu
          label="More"
          trigger={(props) => (
            <button type="button" {...props}>
              More
            </button>
          )}
        >
          <MenuItem onSelect={() => setSure(true)}>Discard</MenuItem>
        </Menu>
        <ConfirmDialog
          open={sure}
          onOpenChange={setSure}
          title="Discard?"
          text="It is lost."
          confirmLabel="Discard"
          onConfirm={() => setSure(false)}
        />
      </Dialog>
    </RosterUI>
  )
}

/** The page in the light or in a shadow root: where its parts are, and who has focus there. */
const places = {
  'light DOM': async () => {
    const page = document.createElement('main')
    page.innerHTML = '<button>Beside</button><div></div>'
    document.body.append(page)
    const root = createRoot(page.lastElementChild ?? page)
    root.render(<Page />)
    onTestFinished(() => {
      root.unmount()
      page.remove()
    })
    return document
  },
  'a shadow root': () => renderInShadow(<Page />),
}

const named = (tree: Document | ShadowRoot, text: string) =>
  [...tree.querySelectorAll<HTMLElement>('button, a')].find(
    (element) => element.textContent?.trim() === text || element.ariaLabel === text,
  )

/** The name of what has focus. */
const focused = (tree: Document | ShadowRoot) => {
  const active = tree.activeElement
  return active?.getAttribute('aria-label') ?? active?.textContent?.trim()
}

async function press(tree: Document | ShadowRoot, text: string) {
  await expect.poll(() => named(tree, text)).toBeDefined()
  const target = named(tree, text)
  target?.focus()
  await userEvent.keyboard('{Enter}')
}

describe.each(Object.entries(places))('Dialog in %s', (_, render) => {
  it('focuses its first field, keeps Tab inside and gives the focus back', async () => {
    const tree = await render()
    await press(tree, 'Open')
    await expect.poll(() => focused(tree)).toBe('Email')
    const stops: unknown[] = []
    for (let count = 0; count < 5; count += 1) {
      await userEvent.keyboard('{Tab}')
      stops.push(focused(tree))
    }
    expect(stops).toEqual(['More', 'Send', 'Close', 'Email', 'More'])
    await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}')
    expect(focused(tree)).toBe('Close')
    // The first one puts away the tooltip of the cross.
    await userEvent.keyboard('{Escape}')
    expect(tree.querySelector('[role=dialog][aria-modal]')).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => focused(tree)).toBe('Open')
    expect(tree.querySelector('[role=dialog][aria-modal]')).toBeNull()
  })

  it('makes the rest of the page inert and still, and undoes both', async () => {
    const tree = await render()
    await press(tree, 'Open')
    await expect.poll(() => tree.querySelector('[aria-modal]')).not.toBeNull()
    const beside = document.querySelector('main > button')
    const live = tree.querySelector('[data-audible]')
    expect(beside?.closest('[inert]')).not.toBeNull()
    expect(named(tree, 'Elsewhere')?.closest('[inert]')).not.toBeNull()
    expect(live?.closest('[inert]')).toBeNull()
    expect(document.documentElement.style.overflow).toBe('hidden')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.querySelector('[inert]')).toBeNull()
    expect(tree.querySelector('[inert]')).toBeNull()
    expect(document.documentElement.style.overflow).toBe('')
  })

  it('releases the page while the host hides it', async () => {
    const tree = await render()
    await press(tree, 'Open')
    await expect.poll(() => tree.querySelector('[aria-modal]')).not.toBeNull()
    const root = tree.querySelector<HTMLElement>('.roster-root')
    root?.style.setProperty('display', 'none')
    await expect.poll(() => document.querySelector('[inert]')).toBeNull()
    expect(document.documentElement.style.overflow).toBe('')
    root?.style.removeProperty('display')
    await expect.poll(() => document.querySelector('[inert]')).not.toBeNull()
    expect(document.documentElement.style.overflow).toBe('hidden')
  })

  it('closes a menu inside before itself, and a nested dialog before the outer one', async () => {
    const tree = await render()
    await press(tree, 'Open')
    await press(tree, 'More')
    await expect.poll(() => focused(tree)).toBe('Discard')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => focused(tree)).toBe('More')

    await userEvent.keyboard('{Enter}')
    await expect.poll(() => focused(tree)).toBe('Discard')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => focused(tree)).toBe('Cancel')
    expect(named(tree, 'Send')?.closest('[inert]')).not.toBeNull()
    await userEvent.keyboard('{Tab}{Tab}{Tab}')
    expect(focused(tree)).toBe('Discard')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => focused(tree)).toBe('More')
    expect(named(tree, 'Send')?.closest('[inert]')).toBeNull()
    expect(named(tree, 'Elsewhere')?.closest('[inert]')).not.toBeNull()
  })

  it('closes on a click outside; an alert dialog does not', async () => {
    const tree = await render()
    await press(tree, 'Open')
    await press(tree, 'More')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => focused(tree)).toBe('Cancel')
    const clickScrim = async () => {
      const scrim = [...tree.querySelectorAll('.roster-scrim')].at(-1)
      if (scrim) await userEvent.click(scrim, { position: { x: 4, y: 4 } })
    }
    await clickScrim()
    await userEvent.keyboard('{Tab}')
    expect(tree.querySelector('[role=alertdialog]')).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => tree.querySelector('[role=alertdialog]')).toBeNull()
    await clickScrim()
    await expect.poll(() => tree.querySelector('[aria-modal]')).toBeNull()
  })
})
