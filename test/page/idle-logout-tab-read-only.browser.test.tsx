import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'
import { aPolicyPage, on } from './a-policy-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const tab = page.getByRole('tab', { name: 'Idle logout' })
const usersTab = page.getByRole('tab', { name: /^Users/ })
const radio = (name: string) => page.getByRole('radio', { name })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const bar = page.getByRole('region', { name: 'Unsaved change' })

const unavailable = { code: 'unavailable', status: 503, requestId: 'req-7' }

describe('an Idle logout tab that can’t change anything', () => {
  it('is read-only where the port can’t save', async () => {
    const stack = await aStack()
    const { idleLogout, ...rest } = stack.api
    const api = { ...rest, idleLogout: idleLogout && { get: idleLogout.get } }
    await aPage({ stack, api, defaultView: { tab: 'idleLogout' } })
    await expect.element(on).toHaveAttribute('aria-disabled', 'true')
    await on.click({ force: true })
    await expect.element(on).not.toBeChecked()
    await expect
      .element(page.getByRole('tooltip', { name: 'You can see this setting, but not change it.' }).first())
      .toBeInTheDocument()
    expect(bar.elements()).toEqual([])
  })

  it('isn’t there where the port has no policy', async () => {
    const stack = await aStack()
    const { idleLogout: _, ...api } = stack.api
    await aPage({ stack, api, defaultView: { tab: 'idleLogout' } })
    await expect.element(usersTab).toHaveAttribute('aria-selected', 'true')
    await expect.element(page.getByRole('tab', { name: /^Invitations/ })).toBeVisible()
    expect(tab.elements()).toEqual([])
  })

  it('names the permission that is missing for it', async () => {
    const stack = await aStack()
    const refusal = { code: 'missing_permission', status: 403, params: { permission: 'Manage security' } }
    stack.worker.use(http.get('*/v1/idle-logout', () => HttpResponse.json(refusal, { status: 403 })))
    await aPage({ stack, defaultView: { tab: 'idleLogout' } })
    await expect.element(page.getByText('Manage security')).toBeVisible()
    expect(on.elements()).toEqual([])
  })

  it('says that it couldn’t be loaded, and tries again', async () => {
    const stack = await aStack()
    stack.worker.use(http.get('*/v1/idle-logout', () => HttpResponse.json(unavailable, { status: 503 })))
    await aPage({ stack, defaultView: { tab: 'idleLogout' } })
    await expect.element(page.getByText('Idle logout couldn’t be loaded')).toBeVisible()
    await expect.element(page.getByText('Request req-7')).toBeVisible()
    stack.worker.resetHandlers()
    await button('Try again').click()
    await expect.element(on).toBeVisible()
  })

  it('keeps what was loaded while offline, and loads it again afterwards', async () => {
    const { setOnline, stack, saveElsewhere } = await aPolicyPage()
    setOnline(false)
    await expect.element(page.getByText('You’re offline.')).toBeVisible()
    await expect.element(on).toBeVisible()
    stack.show(false)
    await saveElsewhere(30)
    setOnline(true)
    await expect.element(radio('30 minutes')).toBeChecked()
    await expect.poll(() => page.getByText('You’re offline.').elements()).toEqual([])
  })
})
