import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { usersTableMessages } from '../../src/messages/users-table.ts'
import { hue } from '../../src/primitives/avatar/hue.ts'
import { initials } from '../../src/primitives/avatar/initials.ts'
import { Button } from '../../src/primitives/button/Button.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { useMessages } from '../../src/primitives/roster-ui/useMessages.ts'
import { Tab } from '../../src/primitives/tabs/Tab.tsx'
import { TabList } from '../../src/primitives/tabs/TabList.tsx'
import { Tabs } from '../../src/primitives/tabs/Tabs.tsx'
import { renderInShadow } from './render-in-shadow.tsx'

const first = async (tree: ShadowRoot, selector: string) => {
  await expect.poll(() => tree.querySelector(selector)).not.toBeNull()
  const found = tree.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`No ${selector}`)
  return found
}

function Save() {
  const [reason, setReason] = useState<string>()
  return (
    <Button reason={reason} onClick={() => setReason('It is saved.')}>
      Save
    </Button>
  )
}

function Words() {
  const t = useMessages(usersTableMessages)
  return <p>{`${t.columns.user} · ${t.you} · ${t.moreTeams({ count: 2 })}`}</p>
}

describe('parts', () => {
  it('put the host’s class last and spread the rest', async () => {
    const tree = await renderInShadow(<Button className="mine" data-kind="x" />)
    const button = await first(tree, 'button')
    expect(button.className).toBe('roster-button mine')
    expect(button.dataset.kind).toBe('x')
  })

  it('run the host’s handler first, which may prevent ours', async () => {
    const onValueChange = vi.fn()
    const tree = await renderInShadow(
      <Tabs defaultValue="a" onValueChange={onValueChange}>
        <TabList label="Tabs">
          <Tab value="a">A</Tab>
          <Tab value="b" onClick={(event) => event.preventDefault()}>
            B
          </Tab>
          <Tab value="c">C</Tab>
        </TabList>
      </Tabs>,
    )
    await userEvent.click(await first(tree, '[role=tab]:nth-child(2)'))
    expect(onValueChange).not.toHaveBeenCalled()
    await userEvent.click(await first(tree, '[role=tab]:nth-child(3)'))
    expect(onValueChange).toHaveBeenCalledWith('c')
  })

  it('keep the focus on a button that gets a reason while it is focused', async () => {
    const tree = await renderInShadow(<Save />)
    const button = await first(tree, 'button')
    await userEvent.click(button)
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true')
    expect(tree.activeElement).toBe(button)
  })
})

describe('useMessages', () => {
  it('works without a RosterUI', async () => {
    const tree = await renderInShadow(<Words />)
    expect((await first(tree, 'p')).textContent).toBe('User · You · 2 more teams')
  })

  it('takes overrides and nouns from the nearest RosterUI', async () => {
    const messages = { usersTable: { you: 'Me' }, nouns: { user: 'agent', teams: 'desks' } }
    const tree = await renderInShadow(
      <RosterUI messages={messages}>
        <Words />
      </RosterUI>,
    )
    expect((await first(tree, 'p')).textContent).toBe('Agent · Me · 2 more desks')
  })
})

describe('Avatar', () => {
  it('takes letters as people see them', () => {
    expect(['Ada Lovelace', 'ليلى حداد', 'é', '  ', '!!', '(Bob) van Dam'].map(initials)).toEqual([
      'AL',
      'لح',
      'É',
      '',
      '',
      'BD',
    ])
  })

  it('has a hue that depends only on its id', () => {
    expect(hue('u1')).toBe(hue('u1'))
    expect(new Set(Array.from({ length: 200 }, (_, index) => hue(`user-${index}`))).size).toBe(12)
  })
})
