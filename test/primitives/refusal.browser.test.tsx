import { createElement, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Button } from '../../src/primitives/button/Button.tsx'
import { Checkbox } from '../../src/primitives/checkbox/Checkbox.tsx'
import { MoreChip } from '../../src/primitives/chip/MoreChip.tsx'
import { Filter } from '../../src/primitives/filter/Filter.tsx'
import { IconButton } from '../../src/primitives/icon-button/IconButton.tsx'
import { Menu } from '../../src/primitives/menu/Menu.tsx'
import { MenuCheckboxItem } from '../../src/primitives/menu/MenuCheckboxItem.tsx'
import { MenuItem } from '../../src/primitives/menu/MenuItem.tsx'
import { Radio } from '../../src/primitives/radio-group/Radio.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { Select } from '../../src/primitives/select/Select.tsx'
import { Tab } from '../../src/primitives/tabs/Tab.tsx'
import { TabList } from '../../src/primitives/tabs/TabList.tsx'
import { Tabs } from '../../src/primitives/tabs/Tabs.tsx'
import { renderInShadow } from './render-in-shadow.tsx'

/** What makes a control refuse, and what must not happen. */
interface Given {
  refusal: { reason?: string; 'aria-disabled'?: boolean | 'true' }
  /** The control's own effect, and the host's `onClick`. */
  act: () => void
}

const inMenu = (item: ReactElement) => (
  <Menu label="Menu" trigger={(props) => <Button {...props}>Open</Button>}>
    {item}
  </Menu>
)

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

/** Each control that takes a reason. */
const withReason: Record<string, (given: Given) => ReactElement> = {
  Button: ({ refusal, act }) => (
    <Button {...refusal} onClick={act}>
      It
    </Button>
  ),
  IconButton: ({ refusal, act }) => <IconButton icon="x" label="It" {...refusal} onClick={act} />,
  Checkbox: ({ refusal, act }) => <Checkbox aria-label="It" {...refusal} onClick={act} onChange={act} />,
  Radio: ({ refusal, act }) => <Radio aria-label="It" {...refusal} onClick={act} onChoose={act} />,
  MenuItem: ({ refusal, act }) =>
    inMenu(
      <MenuItem {...refusal} onClick={act} onSelect={act}>
        It
      </MenuItem>,
    ),
  MenuCheckboxItem: ({ refusal, act }) =>
    inMenu(
      <MenuCheckboxItem checked={false} {...refusal} onClick={act} onCheckedChange={act}>
        It
      </MenuCheckboxItem>,
    ),
  Select: ({ refusal, act }) => (
    <Select label="It" options={options} {...refusal} onClick={act} onValueChange={act} />
  ),
  Filter: ({ refusal, act }) => (
    <Filter label="It" options={options} value={[]} {...refusal} onClick={act} onValueChange={act} />
  ),
}

/** Each control of ours that a host can disable by `aria-disabled`. */
const every: typeof withReason = {
  ...withReason,
  MoreChip: ({ refusal, act }) => <MoreChip count={2} label="It" {...refusal} onClick={act} />,
  Tab: ({ refusal, act }) => (
    <Tabs defaultValue="b" onValueChange={act}>
      <TabList label="Tabs">
        <Tab value="a" {...refusal} onClick={act}>
          It
        </Tab>
      </TabList>
    </Tabs>
  ),
}

/** An element of the host around a control, such as a row that opens on a click. */
const Around = (props: { onClick: () => void; children: ReactElement }) => createElement('div', props)

/** Renders a control, and opens the menu around it. */
async function draw(control: (given: Given) => ReactElement, refusal: Given['refusal']) {
  const act = vi.fn()
  const around = vi.fn()
  const tree = await renderInShadow(
    <RosterUI>
      <Around onClick={around}>{control({ refusal, act })}</Around>
    </RosterUI>,
  )
  await expect.poll(() => tree.querySelector('button, input')).not.toBeNull()
  tree.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click()
  around.mockClear()
  const find = () =>
    tree.querySelector<HTMLElement>('[role^=menuitem], input, button:not([aria-haspopup=menu])')
  await expect.poll(() => find()).not.toBeNull()
  const element = find()
  if (!element) throw new Error('The control is missing.')
  return { tree, element, act, around }
}

describe.each(Object.entries(every))('%s', (_, control) => {
  it.each([
    ['aria-disabled', { 'aria-disabled': true }],
    ['aria-disabled as text', { 'aria-disabled': 'true' }],
  ] as const)('does nothing when it has %s, for pointer and keyboard', async (_name, refusal) => {
    const { tree, element, act, around } = await draw(control, refusal)
    expect(element.getAttribute('aria-disabled')).toBe('true')
    element.focus()
    element.click()
    await userEvent.keyboard('{Enter} {ArrowDown}{Home}')
    expect(act).not.toHaveBeenCalled()
    expect(around).not.toHaveBeenCalled()
    expect(tree.querySelector('[role=listbox]:popover-open, [role=dialog]:popover-open')).toBeNull()
  })

  it('acts when it can be used', async () => {
    const { element, act } = await draw(control, {})
    expect(element.hasAttribute('aria-disabled')).toBe(false)
    element.click()
    expect(act).toHaveBeenCalled()
  })
})

describe.each(Object.entries(withReason))('%s with a reason', (_, control) => {
  it('does nothing, keeps the focus, and says why', async () => {
    const { tree, element, act, around } = await draw(control, { reason: 'Not allowed.' })
    expect(element.getAttribute('aria-disabled')).toBe('true')
    element.focus()
    await userEvent.keyboard('{Enter} ')
    element.click()
    expect(act).not.toHaveBeenCalled()
    expect(around).not.toHaveBeenCalled()
    expect(tree.activeElement).toBe(element)
    const [describedBy = ''] = element.getAttribute('aria-describedby')?.split(' ') ?? []
    expect(tree.getElementById(describedBy)?.textContent).toBe('Not allowed.')
    await expect.poll(() => tree.querySelector('[role=tooltip]')?.matches(':popover-open')).toBe(true)
  })
})

describe('a menu whose button is disabled', () => {
  it('does not open by arrows either', async () => {
    const tree = await renderInShadow(
      <RosterUI>
        <Menu
          label="Menu"
          trigger={(props) => (
            <IconButton icon="more" label="More" {...props} reason="Your role doesn’t allow this." />
          )}
        >
          <MenuItem onSelect={vi.fn()}>Edit</MenuItem>
        </Menu>
      </RosterUI>,
    )
    await expect.poll(() => tree.querySelector('button')).not.toBeNull()
    tree.querySelector('button')?.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}')
    expect(tree.querySelector('[role=menu]')).toBeNull()
  })
})
