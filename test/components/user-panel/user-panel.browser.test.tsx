import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderInShadow } from '../../primitives/render-in-shadow.tsx'
import { aPanel, aUser, catalogue, page, roles } from './a-panel.tsx'

/** A button of the host's, outside of everything of ours. */
function aButton() {
  const button = document.createElement('button')
  document.body.append(button)
  onTestFinished(() => button.remove())
  return button
}

const ignore = () => undefined

const conflict = { theirs: { id: 'admin', name: 'Admin' }, yours: { id: 'billing', name: 'Billing' } }

const denied = (reason: string) => ({ allowed: false as const, reason })

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

describe('UserPanel’s role', () => {
  it('keeps a choice over a refetch and over a failed save, and drops it by Escape before it closes', async () => {
    const [onChangeRole, onClose, onDismiss] = [vi.fn(), vi.fn(), vi.fn()]
    const { change, radio, focused, getByText } = await aPanel({
      roleChange: { change: onChangeRole },
      onClose,
    })
    await radio('Billing').click()
    await change({ user: aUser({ name: 'Priya R.' }) })
    await expect.element(radio('Billing')).toBeChecked()
    await userEvent.keyboard('{Tab}{Enter}')
    expect(onChangeRole).toHaveBeenCalledExactlyOnceWith('billing')

    await change({
      user: aUser({ role: { id: 'billing', name: 'Billing' } }),
      roleChange: { change: onChangeRole, status: 'saving' },
    })
    expect(focused()).toBe(radio('Billing').element())
    await change({
      user: aUser(),
      roleChange: { change: onChangeRole, status: 'failed', error: { code: 'network' }, dismiss: onDismiss },
    })
    await expect.element(getByText('The server can’t be reached. Check your connection.')).toBeVisible()
    await expect.element(radio('Billing')).toBeChecked()

    await userEvent.keyboard('{Escape}')
    await expect.element(radio('Agent')).toHaveFocus()
    expect(onDismiss).toHaveBeenCalledOnce()
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('forgets a choice that was saved, so that a later change elsewhere shows as it is', async () => {
    const { change, radio, container } = await aPanel()
    await radio('Billing').click()
    const saved = aUser({ role: { id: 'billing', name: 'Billing' } })
    await change({ user: saved, roleChange: { change: ignore, status: 'saving' } })
    await change({ user: saved, roleChange: { change: ignore, status: 'saved' } })
    await change({ user: aUser({ role: { id: 'admin', name: 'Admin' } }) })
    await expect.element(radio('Admin')).toBeChecked()
    expect(container.querySelector('.roster-change')).toBeNull()
  })

  it('says that someone else changed the role under a choice that is not saved', async () => {
    const { change, radio, getByRole, container } = await aPanel()
    const notice = () => container.querySelector('.roster-role-overtaken')?.textContent
    await radio('Billing').click()
    await change({ user: aUser({ name: 'Priya R.' }) })
    expect(notice()).toBeUndefined()
    const theirs = aUser({ role: { id: 'admin', name: 'Admin' } })
    await change({ user: theirs })
    expect(notice()).toBe(
      'Someone else just changed this role to Admin.Your choice isn’t saved yet. If you save it, it replaces Admin.',
    )
    await expect.element(radio('Billing')).toBeChecked()
    const entry = {
      id: 'e',
      at: '2026-03-14T14:18:00Z',
      action: 'set_role',
      actor: { kind: 'user' as const, id: 'lucia', name: 'Lucía' },
      after: { role: theirs.role },
    }
    await change({ activity: { rows: [entry] } })
    expect(notice()).toMatch(/^Lucía just changed this role to Admin\./)
    await radio('Agent').click()
    expect(notice()).toMatch(/^Lucía just changed/)
    await getByRole('button', { name: 'Keep Admin' }).click()
    expect(notice()).toBeUndefined()
    await expect.element(radio('Admin')).toBeChecked()
    await radio('Billing').click()
    expect(notice()).toBeUndefined()
  })

  it('closes the question about one’s own role when someone else changes it', async () => {
    const { change, radio, getByRole } = await aPanel({ viewer: { id: 'priya', name: 'Priya' } })
    await radio('Billing').click()
    await getByRole('button', { name: 'Change role' }).click()
    await expect.element(getByRole('alertdialog')).toBeVisible()
    await change({ user: aUser({ role: { id: 'admin', name: 'Admin' } }) })
    await expect.element(getByRole('alertdialog')).not.toBeInTheDocument()
    await expect.element(radio('Billing')).toBeChecked()
  })

  it('says of its role that it is the current one, in its name', async () => {
    const { getByRole } = await aPanel()
    await expect.element(getByRole('radio', { name: 'Agent Current', exact: true })).toBeChecked()
  })

  it('shows a conflict where the focus is, keeps neither side back, and returns to the radios', async () => {
    const [onKeepTheirs, onApplyYours] = [vi.fn(), vi.fn()]
    const { change, radio, focused, getByRole } = await aPanel()
    await radio('Billing').click()
    await change({
      user: aUser({ role: { id: 'admin', name: 'Admin' } }),
      roleChange: { change: ignore, conflict, keepTheirs: onKeepTheirs, applyYours: onApplyYours },
    })
    expect(focused()).toBe(getByRole('group').element())
    const buttons = ['Keep theirs', 'Use mine'].map((name) => getByRole('button', { name }).element())
    const [theirs, yours] = buttons.map((button) => button.getBoundingClientRect())
    expect(theirs?.top).toBe(yours?.top)
    expect(theirs?.width).toBeCloseTo(yours?.width ?? 0, 0)
    expect(buttons.map((button) => button.getAttribute('data-variant'))).toEqual(['outlined', 'outlined'])

    await userEvent.keyboard('{Tab}{Enter}')
    expect(onKeepTheirs).toHaveBeenCalledOnce()
    await change({ roleChange: { change: ignore } })
    await expect.element(radio('Admin')).toBeChecked()
    await expect.element(radio('Admin')).toHaveFocus()
    expect(onApplyYours).not.toHaveBeenCalled()
  })

  it('lets arrows reach a refused role, which says why and is not chosen', async () => {
    const actions = { ...aUser().actions, changeRole: denied('last_admin') }
    const { radio, focused } = await aPanel({ user: aUser({ actions }) })
    const current = radio('Agent').element() as HTMLElement
    current.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe(radio('Billing').element())
    await expect.element(radio('Billing')).not.toBeChecked()
    await expect.element(radio('Agent')).toBeChecked()
    expect(document.querySelector('[role=tooltip]:popover-open')?.textContent).toMatch(/at least one Admin/)
  })

  it('loses its controls at once when the permission goes, and keeps what was chosen', async () => {
    const onChangeRole = vi.fn()
    const { change, radio, getByRole } = await aPanel({ roleChange: { change: onChangeRole } })
    await radio('Billing').click()
    await change({
      user: aUser({ actions: { ...aUser().actions, changeRole: denied('missing_permission') } }),
    })
    await expect.element(radio('Billing')).toBeChecked()
    const save = getByRole('button', { name: 'Change role' })
    await expect.element(save).toHaveAccessibleDescription(/Your role doesn’t allow this/)
    save.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(onChangeRole).not.toHaveBeenCalled()
  })

  it('says that the roles could not be loaded, keeps the choice, and gives them again', async () => {
    const onRetry = vi.fn()
    const { change, radio, focused, getByRole, getByText, container } = await aPanel()
    await radio('Billing').click()
    const failed = { status: 'error' as const, rows: [], error: { code: 'network' }, refetch: onRetry }
    await change({ catalogue: { ...catalogue, roles: failed } })
    await expect.element(getByText(/^The roles couldn’t be loaded. The server/)).toBeVisible()
    expect(container.querySelector('[type=radio]')).toBeNull()
    await getByRole('button', { name: 'Try again' }).click()
    expect(onRetry).toHaveBeenCalledOnce()
    await change({ catalogue: { ...catalogue, roles: { status: 'loading', rows: [] } } })
    expect(focused()?.textContent).toBe('Priya Raghunathan')
    await change({ catalogue })
    await expect.element(radio('Billing')).toBeChecked()
  })

  it('goes back to the role there is when the chosen one is gone', async () => {
    const { change, radio, focused, container } = await aPanel()
    await radio('Billing').click()
    await change({ catalogue: { ...catalogue, roles: { rows: roles.filter(({ id }) => id !== 'billing') } } })
    await expect.element(radio('Agent')).toBeChecked()
    expect(focused()).toBe(radio('Agent').element())
    expect(container.querySelector('.roster-save-note')?.textContent).toBe('')
  })

  it('does not ask about one’s own role again before it is meant', async () => {
    const { change, radio, getByRole } = await aPanel({ viewer: { id: 'priya', name: 'Priya' } })
    await radio('Billing').click()
    await getByRole('button', { name: 'Change role' }).click()
    await expect.element(getByRole('alertdialog')).toBeVisible()
    await change({ user: aUser({ role: { id: 'billing', name: 'Billing' } }) })
    await expect.element(getByRole('alertdialog')).not.toBeInTheDocument()
    await radio('Admin').click()
    await expect.element(getByRole('button', { name: 'Change role' })).toBeVisible()
    expect(document.querySelector('[role=alertdialog]')).toBeNull()
  })

  it('says why yours can’t be applied when the permission goes in a conflict', async () => {
    const onApplyYours = vi.fn()
    const { getByRole } = await aPanel({
      user: aUser({ actions: { ...aUser().actions, changeRole: denied('missing_permission') } }),
      roleChange: { change: ignore, conflict, keepTheirs: vi.fn(), applyYours: onApplyYours },
    })
    const mine = getByRole('button', { name: 'Use mine' })
    await expect.element(mine).toHaveAccessibleDescription(/Your role doesn’t allow this/)
    mine.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(onApplyYours).not.toHaveBeenCalled()
  })

  it('confirms a change of the viewer’s own role, and Escape closes only that dialog', async () => {
    const [onChangeRole, onClose] = [vi.fn(), vi.fn()]
    const { radio, getByRole } = await aPanel({
      roleChange: { change: onChangeRole },
      onClose,
      viewer: { id: 'priya', name: 'Priya' },
    })
    await radio('Billing').click()
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.element(getByRole('alertdialog')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.querySelector('[role=alertdialog]')).toBeNull()
    await expect.element(radio('Billing')).toBeChecked()
    expect(onClose).not.toHaveBeenCalled()
    expect(onChangeRole).not.toHaveBeenCalled()
  })
})

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
    ;(radio('Agent').element() as HTMLElement).focus()
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
