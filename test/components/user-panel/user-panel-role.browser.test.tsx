import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aPanel, aUser, catalogue, roles } from './a-panel.tsx'

const ignore = () => undefined

const conflict = { theirs: { id: 'admin', name: 'Admin' }, yours: { id: 'billing', name: 'Billing' } }

const denied = (reason: string) => ({ allowed: false as const, reason })

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
    expect(focused()).toBe(await radio('Billing').findElement())
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
    expect(focused()).toBe(await getByRole('group').findElement())
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
    const current = (await radio('Agent').findElement()) as HTMLElement
    current.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe(await radio('Billing').findElement())
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
    ;(await save.findElement()).dispatchEvent(new MouseEvent('click', { bubbles: true }))
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

  it('goes back to the role there is when the chosen one is gone, and says so', async () => {
    const { change, radio, focused, container } = await aPanel()
    await radio('Billing').click()
    await change({ catalogue: { ...catalogue, roles: { rows: roles.filter(({ id }) => id !== 'billing') } } })
    await expect.element(radio('Agent')).toBeChecked()
    expect(focused()).toBe(await radio('Agent').findElement())
    expect(container.querySelector('.roster-save-note')?.textContent).toBe('')
    const said = () => container.querySelector('.roster-role-overtaken[role=alert]')?.textContent
    expect(said()).toBe('The role you chose is no longer available. Nothing was changed.')
    await radio('Admin').click()
    expect(said()).toBeUndefined()
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
    ;(await mine.findElement()).dispatchEvent(new MouseEvent('click', { bubbles: true }))
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
