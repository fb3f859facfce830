import { StrictMode, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from '../../src/primitives/button/Button.tsx'
import { Filter } from '../../src/primitives/filter/Filter.tsx'
import { Menu } from '../../src/primitives/menu/Menu.tsx'
import { MenuItem } from '../../src/primitives/menu/MenuItem.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { Select } from '../../src/primitives/select/Select.tsx'
import { renderInShadow } from './render-in-shadow.tsx'

const names = ['Agent', 'Auditor', 'Billing', 'Night lead', 'Admin', 'Night shift']
const options = names.map((label) => ({
  value: label,
  label,
  ...(label === 'Admin' && { reason: 'This role holds permissions that yours doesn’t.' }),
}))

/** The three lists that open from a button, under a clock that the test moves. */
async function draw() {
  let time = 1_000
  const now = () => time
  const onChoose = vi.fn()
  const tree = await renderInShadow(
    <RosterUI now={now}>
      <Menu label="Menu" trigger={(props) => <Button {...props}>Menu</Button>}>
        {options.map(({ label, reason }) => (
          <MenuItem key={label} reason={reason} onSelect={() => onChoose(label)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      <Select label="Role" options={options} onValueChange={onChoose} />
      <Filter label="Filter" options={options} value={[]} onValueChange={([value]) => onChoose(value)} />
    </RosterUI>,
  )
  await expect.poll(() => tree.querySelectorAll('button')).toHaveLength(3)
  /** The item that has focus, or that the focused field points at. */
  const active = () => {
    const focused = tree.activeElement
    const pointed = tree.getElementById(focused?.getAttribute('aria-activedescendant') ?? '')
    return (pointed ?? focused)?.textContent?.replace(options[4]?.reason ?? '', '')
  }
  const [menu, select, filter] = tree.querySelectorAll('button')
  return {
    active,
    onChoose,
    wait: () => {
      time += 1_000
    },
    open: async (which: string) => {
      const opener = { Menu: menu, Select: select, Filter: filter }[which]
      opener?.focus()
      await userEvent.keyboard('{Enter}')
      await expect.poll(() => opener?.getAttribute('aria-expanded')).toBe('true')
      await expect.poll(active).toBe('Agent')
    },
    select,
  }
}

describe.each(['Menu', 'Select', 'Filter'])('%s', (which) => {
  it('finds an item by several letters, and a new word after a pause of the clock', async () => {
    const { open, active, wait, onChoose } = await draw()
    await open(which)
    await userEvent.keyboard('night s')
    expect(active()).toBe('Night shift')
    wait()
    await userEvent.keyboard('b')
    expect(active()).toBe('Billing')
    await userEvent.keyboard('{Enter}')
    expect(onChoose).toHaveBeenLastCalledWith('Billing')
  })

  it('goes to the next item when a letter is repeated, and to one that cannot be used last', async () => {
    const { open, active, wait } = await draw()
    await open(which)
    await userEvent.keyboard('a')
    expect(active()).toBe('Auditor')
    await userEvent.keyboard('a')
    expect(active()).toBe('Agent')
    wait()
    await userEvent.keyboard('ad')
    expect(active()).toBe('Admin')
  })

  it('starts a new word after an arrow', async () => {
    const { open, active } = await draw()
    await open(which)
    await userEvent.keyboard('b{Home}n')
    expect(active()).toBe('Night lead')
  })
})

describe.each(['Menu', 'Select'])('%s', (which) => {
  it('moves to an item that cannot be used, which then does nothing', async () => {
    const { open, active, onChoose } = await draw()
    await open(which)
    await userEvent.keyboard('{End}{ArrowUp}')
    expect(active()).toBe('Admin')
    await userEvent.keyboard('{Enter} ')
    expect(onChoose).not.toHaveBeenCalled()
    expect(active()).toBe('Admin')
  })
})

describe('the closed Select', () => {
  it.each([
    ['n', 'Night lead'],
    ['{End}', 'Night shift'],
    ['{Home}', 'Agent'],
    ['{ArrowDown}', 'Agent'],
  ])('opens by %s at %s', async (key, expected) => {
    const { select, active } = await draw()
    select?.focus()
    await userEvent.keyboard(key)
    await expect.poll(active).toBe(expected)
  })

  it('starts at the chosen option, by its value and not by its place', async () => {
    let more: ((extra: boolean) => void) | undefined
    function Page() {
      const [extra, setExtra] = useState(false)
      more = setExtra
      return <Select label="Role" options={options.slice(extra ? 0 : 1, 4)} defaultValue="Billing" />
    }
    const tree = await renderInShadow(<Page />)
    await expect.poll(() => tree.querySelector('button')).not.toBeNull()
    tree.querySelector('button')?.click()
    await expect.poll(() => tree.querySelector('[data-active]')?.textContent).toBe('Billing')
    more?.(true)
    await expect.poll(() => tree.querySelectorAll('[role=option]').length).toBe(4)
    expect(tree.querySelector('[data-active]')?.textContent).toBe('Billing')
  })
})

it('the first item of a menu has the focus in React’s Strict Mode, too', async () => {
  const { container } = await render(
    <StrictMode>
      <RosterUI>
        <Menu label="Menu" trigger={(props) => <Button {...props}>Menu</Button>}>
          <MenuItem onSelect={() => undefined}>First</MenuItem>
        </Menu>
      </RosterUI>
    </StrictMode>,
  )
  const trigger = container.querySelector('button')
  trigger?.focus()
  trigger?.click()
  await expect.poll(() => container.querySelector(':popover-open')).not.toBeNull()
  expect(document.activeElement?.textContent).toBe('First')
})
