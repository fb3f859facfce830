import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Filter } from '../../src/primitives/filter/Filter.tsx'
import { IconButton } from '../../src/primitives/icon-button/IconButton.tsx'
import { Menu } from '../../src/primitives/menu/Menu.tsx'
import { MenuItem } from '../../src/primitives/menu/MenuItem.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { Select } from '../../src/primitives/select/Select.tsx'
import { renderInShadow } from './render-in-shadow.tsx'

const options = Array.from({ length: 12 }, (_, index) => ({ value: `r${index}`, label: `Role ${index}` }))
const onSelect = vi.fn()

function Page() {
  const [roles, setRoles] = useState<string[]>([])
  return (
    <RosterUI>
      <Menu
        label="Actions"
        trigger={(props) => (
          <button type="button" {...props}>
            Actions
          </button>
        )}
      >
        <MenuItem onSelect={() => onSelect('edit')}>Edit</MenuItem>
        <MenuItem reason="Your role doesn’t allow this." onSelect={() => onSelect('delete')}>
          Delete
        </MenuItem>
      </Menu>
      <Select label="Role" options={options} />
      <Filter label="Roles" options={options} value={roles} onValueChange={setRoles} />
    </RosterUI>
  )
}

async function open() {
  const tree = await renderInShadow(<Page />)
  await expect.poll(() => tree.querySelector('button')).not.toBeNull()
  tree.querySelector<HTMLElement>('button')?.focus()
  return tree
}

describe('popovers by keyboard in a shadow root', () => {
  it('Menu chooses, refuses with a reason, and gives the focus back', async () => {
    const tree = await open()
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(() => tree.activeElement?.textContent).toBe('Delete')
    await userEvent.keyboard('{Enter}')
    expect(onSelect).not.toHaveBeenCalled()
    expect(tree.querySelector('[role=menu]')?.matches(':popover-open')).toBe(true)
    await userEvent.keyboard('e{Enter}')
    expect(onSelect).toHaveBeenCalledWith('edit')
    await expect.poll(() => tree.activeElement?.textContent).toBe('Actions')
    expect(tree.querySelector('[role=menu]')).toBe(null)
  })

  it('Select opens, chooses and closes without losing the focus', async () => {
    const tree = await open()
    await userEvent.keyboard('{Tab}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
    const field = tree.querySelector('[role=combobox]')
    await expect.poll(() => field?.textContent).toBe('Role 2')
    expect(tree.activeElement).toBe(field)
    await userEvent.keyboard('{ArrowDown}{Escape}')
    expect(field?.getAttribute('aria-expanded')).toBe('false')
    expect(field?.textContent).toBe('Role 2')
  })

  it('Filter searches, checks and clears', async () => {
    const tree = await open()
    await userEvent.keyboard('{Tab}{Tab}{Enter}')
    await expect.poll(() => tree.activeElement?.getAttribute('role')).toBe('combobox')
    await userEvent.keyboard('role 11{Enter}')
    await expect.poll(() => tree.querySelector('.roster-filter')?.textContent).toBe('RolesRole 11')
    await userEvent.keyboard('{Escape}{Tab}{Enter}')
    await expect.poll(() => tree.querySelector('.roster-filter')?.textContent).toBe('Roles')
    expect(tree.activeElement?.textContent).toBe('Roles')
  })

  it('Filter counts choices that it has no names for, and draws no more of thousands than can be read', async () => {
    const teams = Array.from({ length: 5_000 }, (_, index) => ({ value: `${index}`, label: `Team ${index}` }))
    const tree = await renderInShadow(
      <RosterUI>
        <Filter label="Team" options={teams} value={['gone']} onValueChange={vi.fn()} />
      </RosterUI>,
    )
    await expect.poll(() => tree.querySelector('.roster-filter')?.textContent).toBe('Team1')
    tree.querySelector('button')?.click()
    await expect.poll(() => tree.querySelectorAll('[role=option]').length).toBe(200)
    expect(tree.querySelector('.roster-popover')?.textContent).toContain('4,800 more. Search to find them.')
    await userEvent.keyboard('team 4999')
    await expect.poll(() => tree.querySelector('[role=option]')?.textContent).toBe('Team 4999')
  })

  it('a second click on the opener closes', async () => {
    const tree = await open()
    const opener = tree.querySelector<HTMLElement>('button')
    const menu = () => tree.querySelector('[role=menu]')
    if (!opener) throw new Error('No opener')
    expect(menu()).toBe(null)
    await userEvent.click(opener)
    expect(menu()?.matches(':popover-open')).toBe(true)
    await userEvent.click(opener)
    await expect.poll(menu).toBe(null)
  })
})

describe('placement', () => {
  it('flips above where there is more room, and stays in the window', async () => {
    const tree = await open()
    const opener = tree.querySelector<HTMLElement>('button')
    if (!opener) throw new Error('No opener')
    opener.style.cssText = 'position: fixed; bottom: 0; left: 50%'
    await userEvent.click(opener)
    const menu = tree.querySelector('[role=menu]')
    if (!menu) throw new Error('No menu')
    const box = menu.getBoundingClientRect()
    expect(box.bottom).toBeLessThanOrEqual(opener.getBoundingClientRect().top)
    expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth)
  })

  it('of a menu that is longer than the window keeps the item with the focus in view', async () => {
    const tree = await renderInShadow(
      <RosterUI>
        <Menu
          label="Teams"
          side="top"
          trigger={(props) => (
            <button type="button" {...props}>
              Teams
            </button>
          )}
        >
          {Array.from({ length: 80 }, (_, index) => `Team ${index}`).map((name) => (
            <MenuItem key={name} onSelect={() => {}}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </RosterUI>,
    )
    await expect.poll(() => tree.querySelector('button')).not.toBeNull()
    tree.querySelector<HTMLElement>('button')?.focus()
    await userEvent.keyboard('{ArrowUp}')
    const menu = tree.querySelector('[role=menu]')
    const isShown = () => {
      const [item, view] = [tree.activeElement, menu].map((element) => element?.getBoundingClientRect())
      if (!item || !view || tree.activeElement === menu) return false
      return item.top >= view.top && item.bottom <= view.bottom && view.bottom <= window.innerHeight
    }
    await expect.poll(() => tree.activeElement?.textContent).toBe('Team 79')
    await new Promise(requestAnimationFrame)
    expect(isShown()).toBe(true)
    for (const change of ['scroll', 'resize']) window.dispatchEvent(new Event(change))
    expect(isShown()).toBe(true)
    await userEvent.keyboard('{Home}')
    await new Promise(requestAnimationFrame)
    expect(isShown()).toBe(true)
  })

  it.each([0.8, 1.5])('is under its opener if a host zooms by %f', async (zoom) => {
    const tree = await open()
    const opener = tree.querySelector<HTMLElement>('button')
    if (!opener) throw new Error('No opener')
    opener.closest<HTMLElement>('.roster-root')?.style.setProperty('zoom', `${zoom}`)
    await userEvent.click(opener)
    const menu = tree.querySelector('[role=menu]')
    if (!menu) throw new Error('No menu')
    const [box, below] = [menu.getBoundingClientRect(), opener.getBoundingClientRect()]
    await expect.poll(() => menu.getBoundingClientRect().top - below.bottom).toBeCloseTo(4, 0)
    expect(box.left).toBeCloseTo(Math.max(below.left, 8), 0)
  })
})

describe('a tooltip', () => {
  const tooltip = () => document.querySelector('[role=tooltip]')
  const isOpen = () => tooltip()?.matches(':popover-open') === true

  it.each([
    ['closes', 'is open', 'a click', () => userEvent.click(page.getByRole('button'))],
    ['closes', 'is open', 'Enter', () => userEvent.keyboard('{Enter}')],
    ['stays closed', 'is about to open', 'a click', () => userEvent.click(page.getByRole('button'))],
  ])(
    '%s where it %s and %s presses its control, so that the next Escape is left to others',
    async (does, _is, _by, press) => {
      const onPress = vi.fn()
      const onEscape = vi.fn()
      await render(
        <RosterUI onKeyDown={({ key }) => key === 'Escape' && onEscape()}>
          <IconButton icon="x" label="Next" onClick={onPress} />
        </RosterUI>,
      )
      await expect.element(page.getByRole('button')).toBeVisible()
      if (does === 'closes') {
        await userEvent.tab()
        await expect.poll(isOpen).toBe(true)
      }
      await press()
      expect(onPress).toHaveBeenCalledOnce()
      await expect.poll(isOpen).toBe(false)
      await userEvent.keyboard('{Escape}')
      expect(onEscape).toHaveBeenCalledOnce()
      // The pointer rests on the control for longer than a tooltip needs to open.
      const until = performance.now() + 500
      while (performance.now() < until) await new Promise(requestAnimationFrame)
      expect(isOpen()).toBe(false)
    },
  )
})
