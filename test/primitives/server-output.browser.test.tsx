import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Avatar } from '../../src/primitives/avatar/Avatar.tsx'
import { Button } from '../../src/primitives/button/Button.tsx'
import { Checkbox } from '../../src/primitives/checkbox/Checkbox.tsx'
import { Chip } from '../../src/primitives/chip/Chip.tsx'
import { Dialog } from '../../src/primitives/dialog/Dialog.tsx'
import { Filter } from '../../src/primitives/filter/Filter.tsx'
import { Menu } from '../../src/primitives/menu/Menu.tsx'
import { RelativeTime } from '../../src/primitives/relative-time/RelativeTime.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { SearchField } from '../../src/primitives/search-field/SearchField.tsx'
import { Select } from '../../src/primitives/select/Select.tsx'
import { Skeleton } from '../../src/primitives/skeleton/Skeleton.tsx'
import { ErrorState } from '../../src/primitives/state/ErrorState.tsx'
import { Tab } from '../../src/primitives/tabs/Tab.tsx'
import { TabList } from '../../src/primitives/tabs/TabList.tsx'
import { TabPanel } from '../../src/primitives/tabs/TabPanel.tsx'
import { Tabs } from '../../src/primitives/tabs/Tabs.tsx'
import { TextField } from '../../src/primitives/text-field/TextField.tsx'
import { Toaster } from '../../src/primitives/toaster/Toaster.tsx'

const ignore = () => undefined
const brand = { accent: 'rebeccapurple' }

const everything = (
  <RosterUI locale="ar" theme="dark" brand={brand}>
    <Tabs defaultValue="users">
      <TabList label="Tabs">
        <Tab value="users" count={1204}>
          Users
        </Tab>
      </TabList>
      <TabPanel value="users">
        <Avatar personId="u1" name="Ada Lovelace" presence="online" />
        <Button reason="Not now.">Delete</Button>
        <Checkbox mixed aria-label="All" readOnly />
        <Chip onRemove={ignore} removeLabel="Remove">
          Team
        </Chip>
        <Filter label="Role" options={[]} value={[]} onValueChange={ignore} />
        <Menu label="Menu" trigger={(props) => <Button {...props}>Menu</Button>}>
          {null}
        </Menu>
        <RelativeTime value="2026-03-14T14:17:00Z" />
        <SearchField label="Search" value="" onValueChange={ignore} />
        <Select label="Role" options={[]} />
        <Skeleton />
        <ErrorState title="Failed" requestId="req_1" />
        <TextField label="Name" />
      </TabPanel>
    </Tabs>
    <Dialog open onOpenChange={ignore} title="Open from the start" />
    <Toaster />
  </RosterUI>
)

describe('server output', () => {
  const html = renderToString(everything)

  it('has no inline style and no style element', () => {
    expect(html).toContain('roster-avatar')
    expect(html).not.toContain('style=')
    expect(html).not.toContain('<style')
  })

  it('hydrates without a mismatch, then has the brand, the time and the dialog', async () => {
    const onError = vi.spyOn(console, 'error').mockImplementation(ignore)
    const onRecoverableError = vi.fn()
    const container = document.createElement('div')
    container.innerHTML = html
    document.body.append(container)
    const root = hydrateRoot(container, everything, { onRecoverableError })
    onTestFinished(() => {
      root.unmount()
      container.remove()
      onError.mockRestore()
    })
    await expect.poll(() => document.querySelector('[role=dialog][aria-modal]')).not.toBeNull()
    expect(container.querySelector('time')?.textContent).not.toBe('')
    const rootElement = container.querySelector<HTMLElement>('.roster-root')
    expect(rootElement?.style.getPropertyValue('--roster-accent')).toBe('rebeccapurple')
    expect(rootElement?.dir).toBe('rtl')
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(onError.mock.calls).toEqual([])
  })

  it('has initials for a picture that broke before it was hydrated', async () => {
    const avatar = <Avatar personId="u1" name="Ada Lovelace" src="data:image/png;base64,none" />
    const container = document.createElement('div')
    container.innerHTML = renderToString(avatar)
    document.body.append(container)
    await expect.poll(() => container.querySelector('img')?.complete).toBe(true)
    const root = hydrateRoot(container, avatar)
    onTestFinished(() => {
      root.unmount()
      container.remove()
    })
    await expect.poll(() => container.textContent).toBe('AL')
  })
})
