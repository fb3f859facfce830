import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderInShadow } from '../../primitives/render-in-shadow.tsx'
import { aPanel, aUser, catalogue, page, roles } from './a-panel.tsx'

const ignore = () => undefined

const denied = (reason: string) => ({ allowed: false as const, reason })

describe('UserPanel', () => {
  it('says that the teams could not be loaded, and shows those of the user', async () => {
    const onRetry = vi.fn()
    const night = { id: 'night', name: 'Night', direct: true, viaRole: false }
    const { getByRole, getByText } = await aPanel({
      user: aUser({ teams: [night] }),
      catalogue: {
        ...catalogue,
        teams: { status: 'error', rows: [], error: { code: 'timeout' }, refetch: onRetry },
      },
    })
    await expect.element(getByText(/^The teams couldn’t be loaded/)).toBeVisible()
    await expect.element(getByText('Night')).toBeVisible()
    await getByRole('button', { name: 'Try again' }).click()
    expect(onRetry).toHaveBeenCalledOnce()
  })

  it('renders the controls of each group that it is given, and no others', async () => {
    const none = {
      catalogue: undefined,
      roleChange: undefined,
      teamsChange: undefined,
      onClose: undefined,
      user: aUser({ teams: [{ id: 'night', name: 'Night', direct: true, viaRole: false }] }),
    }
    const { change, container } = await aPanel(none)
    const controls = (selector: string) => container.querySelectorAll(`.roster-user-panel ${selector}`).length
    const counts = () => [controls('[type=radio]'), controls('[type=checkbox]'), controls('button')]
    const copyButton = 1
    expect(counts()).toEqual([0, 0, copyButton])
    expect(container.textContent).toContain('Agent')
    expect(container.textContent).toContain('Night')
    expect(container.querySelector('.roster-activity, .roster-panel-foot')).toBeNull()

    await change({ catalogue: { roles: { rows: roles } }, roleChange: { change: ignore } })
    expect(counts()).toEqual([roles.length, 0, copyButton])
    await change({ ...none, catalogue: { teams: { rows: [] } }, teamsChange: { change: ignore } })
    expect(counts()).toEqual([0, 1, copyButton])
    await change({ ...none, sessionsEnd: { end: ignore } })
    expect(counts()).toEqual([0, 0, copyButton + 1])
    await change({ sessionsEnd: undefined, navigation: { next: ignore } })
    expect(counts()).toEqual([0, 0, copyButton + 2])
    await change({ navigation: undefined, activity: { rows: [] } })
    expect(container.textContent).toContain('Nothing has changed yet')
    await change({ activity: { rows: [], isSupported: false } })
    expect(container.textContent).not.toContain('Activity')
    expect(counts()).toEqual([0, 0, copyButton])
  })

  it('draws no more than 200 of 5,000 teams, and finds the others', async () => {
    const teams = Array.from({ length: 5_000 }, (_, index) => ({
      id: `t${index}`,
      name: `Squad ${index}`,
      roleIds: [],
    }))
    const { getByRole, getByText, container } = await aPanel({
      catalogue: { ...catalogue, teams: { rows: teams } },
    })
    await getByRole('button', { name: 'Show all 5,000 teams' }).click()
    expect(container.querySelectorAll('[type=checkbox]')).toHaveLength(200)
    await expect.element(getByText('4,800 more teams. Search to find them.')).toBeInTheDocument()
    await getByRole('textbox').fill('Squad 4999')
    await expect.element(getByRole('checkbox', { name: 'Squad 4999' })).toBeVisible()
  })

  it('says that the user was signed out', async () => {
    const { change, container } = await aPanel({ sessionsEnd: { end: ignore } })
    const said = () => container.querySelector('.roster-panel-foot [role=status]')?.textContent
    expect(said()).toBe('')
    await change({ sessionsEnd: { end: ignore, status: 'saved' } })
    expect(said()).toBe('Signed out everywhere')
    await change({ viewer: { id: 'priya', name: 'Priya' } })
    expect(said()).toBe('Signed out everywhere else')
  })

  it('lets Escape put away a tooltip, then empty a search, before it closes the sheet', async () => {
    const onClose = vi.fn()
    const actions = { ...aUser().actions, changeRole: denied('last_admin') }
    const { radio, getByRole } = await aPanel({ mode: 'sheet', onClose, user: aUser({ actions }) })
    const tooltip = () => document.querySelector('[role=tooltip]:popover-open')
    ;((await radio('Agent').findElement()) as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(tooltip).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    await expect.poll(tooltip).toBeNull()
    await getByRole('textbox').fill('night')
    await userEvent.keyboard('{Escape}')
    await expect.element(getByRole('textbox')).toHaveValue('')
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('shows a member of a team that no list knows, and a choice in its place when membership comes', async () => {
    const onChangeTeams = vi.fn()
    const gone = { id: 'gone', name: 'Gone', direct: true, viaRole: false }
    const { change, getByRole } = await aPanel({
      teamsChange: { change: onChangeTeams },
      user: aUser({ teams: [gone] }),
    })
    await getByRole('checkbox', { name: 'Gone' }).click()
    expect(onChangeTeams).toHaveBeenCalledWith({ add: [], remove: ['gone'] })
    await change({ user: aUser({ teams: [gone, { ...gone, id: 'team-8', name: 'Team 8' }] }) })
    await expect.element(getByRole('checkbox', { name: 'Team 8' })).toBeChecked()
  })

  it('is a dialog on a narrow page, also in a shadow root, and keeps Tab inside', async () => {
    const tree = await renderInShadow(page({ mode: 'sheet', onClose: vi.fn() }))
    await expect.poll(() => tree.activeElement?.textContent).toBe('Priya Raghunathan')
    const dialog = tree.querySelector('[role=dialog]')
    for (let stop = 0; stop < 20; stop += 1) {
      await userEvent.keyboard('{Tab}')
      expect(dialog?.contains(tree.activeElement)).toBe(true)
    }
  })

  it('says that a user was deleted and removes the controls', async () => {
    const { change, getByText, container } = await aPanel()
    await change({ error: { code: 'not_found' } })
    await expect.element(getByText('Priya Raghunathan was deleted')).toBeVisible()
    expect(container.querySelector('input')).toBeNull()
  })

  it('keeps a choice when the page turns narrow', async () => {
    const { change, radio } = await aPanel()
    await radio('Billing').click()
    await change({ mode: 'sheet' })
    await expect.element(radio('Billing')).toBeChecked()
  })

  it('has no text but from its catalogue and its data', async () => {
    const { container } = await aPanel({
      ui: { locale: 'en-XA' },
      user: aUser({ name: 'P', email: 'p@x', lastActiveAt: '2026-03-14T14:00:00Z' }),
      catalogue: { roles: { rows: [] }, teams: { rows: [] } },
      activity: { rows: [] },
      onClose: vi.fn(),
      navigation: { next: vi.fn(), position: { index: 0, total: 2 } },
      sessionsEnd: { end: vi.fn() },
      onDeleteUser: vi.fn(),
    })
    const panel = container.querySelector('.roster-user-panel')
    const plain = panel?.textContent?.replace(/\[[^\][]*(\[[^\][]*\])?[^\][]*\]/g, '')
    expect(plain).toBe('PPp@xAgentAgent')
    for (const control of panel?.querySelectorAll('[aria-label]') ?? [])
      expect(control.getAttribute('aria-label')).toMatch(/^\[/)
  })

  it('renders on a server without inline styles, and hydrates without a mismatch', async () => {
    const element = page({ onClose: vi.fn() })
    const html = renderToString(element)
    expect(html).toContain('Priya Raghunathan')
    expect(html).not.toContain('style=')
    const box = document.createElement('div')
    box.innerHTML = html
    document.body.append(box)
    const onRecoverableError = vi.fn()
    const root = hydrateRoot(box, element, { onRecoverableError })
    onTestFinished(() => {
      root.unmount()
      box.remove()
    })
    await expect.poll(() => box.querySelector('.roster-panel-facts')?.textContent).toContain('Joined')
    expect(onRecoverableError).not.toHaveBeenCalled()
  })
})
