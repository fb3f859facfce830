import { HttpResponse, http } from 'msw'
import { StrictMode, useEffect } from 'react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { useRosterData } from '../../src/hooks/useRosterData.ts'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { aStack } from '../hooks/a-stack.tsx'
import { aPolicyPage, bar, choose, on, radio } from './a-policy-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const tab = page.getByRole('tab', { name: 'Idle logout' })
const usersTab = page.getByRole('tab', { name: /^Users/ })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
const lead = () => document.querySelector('.roster-idle-lead')?.textContent
const focused = () => document.activeElement

describe('the Idle logout tab', () => {
  it('saves what is chosen over the policy that was shown, and says so', async () => {
    const { puts, announced, stack } = await aPolicyPage()
    await expect.element(page.getByText('stay logged in')).toBeVisible()
    expect(page.getByRole('button', { name: 'Invite user' }).elements()).toEqual([])
    await expect.element(on).not.toBeChecked()
    await choose('10 minutes')
    await expect.element(bar.getByText('Off → 10 minutes')).toBeVisible()
    const { rev } = (await stack.api.idleLogout?.get()) ?? {}
    await button('Save').click()
    await expect.element(page.getByText('Idle logout saved').first()).toBeInTheDocument()
    await expect.poll(() => bar.elements()).toEqual([])
    const [put] = puts()
    expect(put?.headers.get('if-match')).toBe(`"${rev}"`)
    expect(await put?.json()).toEqual({ enabled: true, timeoutMinutes: 10, allowHold: false })
    await expect.poll(lead).toBe('Users of Acme Support are logged out after 10 minutes without activity.')
    await expect.element(page.getByText(/^Last changed by you on/)).toBeVisible()
    await expect.element(radio('10 minutes')).toHaveFocus()
    expect(announced()).toBeDefined()
  })

  it('leaves the focus where the person has gone while it was saved', async () => {
    const { stack } = await aPolicyPage()
    await choose('10 minutes')
    const release = stack.hold()
    await button('Save').click()
    await usersTab.click()
    await question.getByRole('button', { name: 'Keep editing' }).click()
    await expect.element(usersTab).toHaveFocus()
    release()
    await expect.poll(() => bar.elements()).toEqual([])
    await expect.element(usersTab).toHaveFocus()
  })

  it('says of 30 minutes that PCI DSS doesn’t allow it', async () => {
    await aPolicyPage()
    await choose('30 minutes')
    await expect
      .element(radio('30 minutes'))
      .toHaveAccessibleDescription('For long calls and research. Too long for PCI DSS.')
    await expect
      .element(radio('15 minutes'))
      .toHaveAccessibleDescription('For most teams. The longest that PCI DSS 8.2.8 allows.')
  })

  it('discards a change, and moves the focus to the switch', async () => {
    const { puts } = await aPolicyPage()
    await choose('30 minutes')
    await button('Discard').click()
    await expect.element(on).not.toBeChecked()
    await expect.element(on).toHaveFocus()
    expect(bar.elements()).toEqual([])
    expect(puts()).toEqual([])
  })

  it('isn’t unsaved once everything is as before', async () => {
    await aPolicyPage()
    await choose('30 minutes')
    await on.click()
    expect(bar.elements()).toEqual([])
    await usersTab.click()
    await expect.element(page.getByRole('textbox', { name: 'Search users' })).toBeVisible()
  })

  it('keeps the change and says why it couldn’t be saved', async () => {
    const { stack } = await aPolicyPage()
    await choose('10 minutes')
    stack.worker.use(http.put('*/v1/idle-logout', () => HttpResponse.json(unavailable, { status: 503 })))
    await button('Save').click()
    await expect.element(bar.getByRole('alert').getByText('Idle logout couldn’t be saved')).toBeVisible()
    stack.worker.resetHandlers()
    await button('Save').click()
    await expect.poll(() => bar.elements()).toEqual([])
  })

  it('shows the warning without ending anything', async () => {
    const { puts, stack } = await aPolicyPage()
    await choose('30 minutes')
    await expect.poll(stack.waiting).toBe(0)
    const requests = stack.requests.length
    await button('Preview the warning').click()
    const warning = page.getByRole('alertdialog', { name: 'Still there?' })
    await expect.element(warning.getByText('This is a preview. Nobody is logged out.')).toBeVisible()
    await expect.element(warning.getByText('2:00')).toBeVisible()
    await stack.clock.advance(1_000)
    await expect.element(warning.getByText('1:59')).toBeVisible()
    await button('Stay logged in').click()
    await expect.poll(() => warning.elements()).toEqual([])
    await expect.poll(focused).toBe(button('Preview the warning').element())
    expect(puts()).toEqual([])
    expect(stack.requests).toHaveLength(requests)
  })

  it('warns before saving that most sessions have never reported activity', async () => {
    const stack = await aStack()
    stack.worker.use(policyOf({ open: 34, reporting: 2, idleOver: { 10: 32, 15: 32, 30: 32 } }))
    await aPolicyPage({ stack })
    const notice = page.getByText('2 of 34 sessions have reported activity.')
    expect(notice.elements()).toEqual([])
    await choose('15 minutes')
    await expect.element(notice).toBeVisible()
    expect(document.querySelector('.roster-idle-notice p')?.textContent).toBe(
      'The other 32 would be logged out while people work. Add IdleLogoutGuard to every page.',
    )
    await expect.element(page.getByText(/32 of them have been inactive for longer/)).toBeVisible()
  })

  it('counts the sessions again when a change begins', async () => {
    const stack = await aStack()
    stack.worker.use(policyOf({ open: 34, reporting: 0, idleOver: { 10: 34, 15: 34, 30: 34 } }))
    await aPolicyPage({ stack })
    stack.worker.use(policyOf({ open: 34, reporting: 30, idleOver: { 10: 4, 15: 4, 30: 4 } }))
    await on.click()
    await expect.element(page.getByText(/(?<!\d)4 of them have been inactive for longer/)).toBeVisible()
    expect(page.getByText('None of the 34 sessions has reported activity.').elements()).toEqual([])
  })

  it('has one column of durations in a narrow page', async () => {
    await page.viewport(390, 844)
    await aPolicyPage({ width: 390, height: 844 })
    await on.click()
    const lefts = [...document.querySelectorAll('.roster-idle-card')].map(
      (card) => card.getBoundingClientRect().left,
    )
    expect(new Set(lefts).size).toBe(1)
    expect(lefts).toHaveLength(3)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
  })
})

function Handle({ onHandle }: { onHandle: (handle: { reset(): void }) => void }) {
  const handle = useRosterData()
  useEffect(() => {
    onHandle(handle)
  }, [handle, onHandle])
  return null
}

const unavailable = { code: 'unavailable', status: 503, requestId: 'req-7' }

const policyOf = (sessions: object) =>
  http.get('*/v1/idle-logout', () =>
    HttpResponse.json({
      ...{ enabled: false, timeoutMinutes: 15, allowHold: false, warnMs: 120_000, rev: '0' },
      sessions,
    }),
  )

describe('leaving with an unsaved change', () => {
  it('asks before another tab is opened', async () => {
    const onViewChange = vi.fn()
    await aPolicyPage({ onViewChange })
    await choose('10 minutes')
    await usersTab.click()
    await expect.element(question).toBeVisible()
    await button('Keep editing').click()
    await expect.element(tab).toHaveAttribute('aria-selected', 'true')
    await expect.element(bar).toBeVisible()
    await usersTab.click()
    await button('Discard change').click()
    await expect.element(usersTab).toHaveAttribute('aria-selected', 'true')
    expect(onViewChange).toHaveBeenLastCalledWith({ tab: 'users' }, { history: 'replace' })
    await tab.click()
    await expect.element(on).not.toBeChecked()
  })

  it('asks before a link of the host is followed', async () => {
    await aPolicyPage()
    const link = document.body.appendChild(document.createElement('a'))
    onTestFinished(() => link.remove())
    Object.assign(link, {
      href: '#/inbox',
      textContent: 'Inbox',
      style: 'position: fixed; inset: 0 auto auto 0',
    })
    const followed = vi.fn((event: Event) => event.preventDefault())
    link.addEventListener('click', followed)
    await choose('10 minutes')
    await page.getByRole('link', { name: 'Inbox' }).click()
    await expect.element(question).toBeVisible()
    expect(followed).not.toHaveBeenCalled()
    await button('Keep editing').click()
    await expect.element(bar).toBeVisible()
    await page.getByRole('link', { name: 'Inbox' }).click()
    await button('Discard change').click()
    expect(followed).toHaveBeenCalledOnce()
    await expect.poll(() => bar.elements()).toEqual([])
    await page.getByRole('link', { name: 'Inbox' }).click()
    expect(followed).toHaveBeenCalledTimes(2)
  })

  it('lets the browser ask before the page is closed, as long as something is unsaved', async () => {
    await aPolicyPage()
    const isAsked = () => {
      const event = new Event('beforeunload', { cancelable: true })
      // The page of the tests would ask, too.
      window.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(isAsked()).toBe(false)
    await choose('10 minutes')
    expect(isAsked()).toBe(true)
    await button('Discard').click()
    await expect.poll(isAsked).toBe(false)
  })

  it('shows nobody the change of the person who was signed in before (B27)', async () => {
    const stack = await aStack()
    const signIns: { reset(): void }[] = []
    await render(
      <StrictMode>
        <RosterData api={stack.api} environment={stack.environment}>
          <Handle onHandle={(handle) => signIns.push(handle)} />
          <RosterUI>
            <UsersSettings defaultView={{ tab: 'idleLogout' }} style={{ blockSize: 640 }} />
          </RosterUI>
        </RosterData>
      </StrictMode>,
    )
    await choose('10 minutes')
    signIns.at(-1)?.reset()
    await expect.poll(() => bar.elements()).toEqual([])
    await expect.element(on).not.toBeChecked()
  })
})
