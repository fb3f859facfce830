import '../../src/styles/index.css'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { seedCompany } from '../../mocks/people/seed-company.ts'
import { createHttpApi } from '../../src/client/create-http-api.ts'
import { useRosterData } from '../../src/hooks/useRosterData.ts'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { useNotices } from '../../src/primitives/roster-ui/useNotices.ts'
import { aStack } from '../hooks/a-stack.tsx'

beforeEach(() => page.viewport(1_280, 900))

const search = page.getByRole('textbox', { name: 'Search users' })
const toast = page.getByRole('region', { name: 'Notifications' })
const live = () => document.querySelector('.roster-live-regions')?.textContent

/** The page of one administrator, at which another can sign in. */
async function aSharedPage() {
  const seed = seedCompany({ now: Date.now() })
  const [ada = '', ben = ''] = seed.users.flatMap(({ roleId, accountId }) =>
    roleId === 'admin' ? (accountId ?? []) : [],
  )
  const stack = await aStack({ companies: [seed] })
  let token = ada
  let data: ReturnType<typeof useRosterData> | undefined
  let notices: ReturnType<typeof useNotices> | undefined
  const requests: string[] = []
  const api = createHttpApi({
    baseUrl: '/roster-api',
    company: stack.company,
    getToken: () => token,
    fetch(request, init) {
      requests.push(request instanceof Request ? request.url : String(request))
      return fetch(request, init)
    },
  })
  function Host() {
    data = useRosterData()
    notices = useNotices()
    return <UsersSettings />
  }
  const { unmount } = await render(
    <RosterProvider api={api} environment={stack.environment} style={{ blockSize: 800 }}>
      <Host />
    </RosterProvider>,
  )
  onTestFinished(() => unmount())
  await expect.element(page.getByRole('rowheader').first()).toBeVisible()
  return {
    stack,
    requests,
    notices: () => notices,
    /** Signs in, as a host does that stays on the page. */
    signIn(person: 'ada' | 'ben') {
      token = { ada, ben }[person]
      requests.length = 0
      data?.reset()
    },
  }
}

describe('UsersSettings, when someone else signs in', () => {
  it('shows them nothing of the person before, and sends nothing of it (B27)', async () => {
    const { stack, requests, notices, signIn } = await aSharedPage()
    await search.fill('okafor')
    stack.rest()
    await expect.poll(() => document.querySelector('.roster-count')?.textContent).toMatch(/^\d+ of/)
    const name = (await page.getByRole('rowheader').first().getByRole('button').findElement()).textContent
    await page.getByRole('rowheader').first().getByRole('button').click()
    await expect.element(page.getByRole('complementary')).toBeVisible()
    await page
      .getByRole('checkbox', { name: /^Select / })
      .nth(1)
      .click()
    await page.getByRole('button', { name: 'Delete users' }).click()
    await expect.element(page.getByRole('alertdialog')).toBeVisible()
    notices()?.toast({ text: `${name} was deleted`, action: { label: 'Undo', onAction: () => {} } })
    await expect.element(toast.getByText(`${name} was deleted`)).toBeInTheDocument()

    signIn('ben')
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
    await expect.element(page.getByText('1,204 users')).toBeVisible()
    await expect.element(search).toHaveValue('')
    expect(document.querySelector('.roster-user-panel')).toBeNull()
    expect(document.querySelector('.roster-toast')).toBeNull()
    expect(document.querySelector('.roster-bulk-bar')).toBeNull()
    expect(live()).not.toContain(name)
    expect(requests.filter((url) => /okafor|\/users\/./.test(url))).toEqual([])

    signIn('ada')
    await expect.element(page.getByText('1,204 users')).toBeVisible()
    await expect.element(search).toHaveValue('')
  })

  it('shows the same person what they had left', async () => {
    const { stack, requests, signIn } = await aSharedPage()
    await search.fill('okafor')
    stack.rest()
    await expect.poll(() => document.querySelector('.roster-count')?.textContent).toMatch(/^\d+ of/)
    signIn('ada')
    await expect.poll(() => requests.some((url) => url.includes('search=okafor'))).toBe(true)
    await expect.poll(() => document.querySelector('.roster-count')?.textContent).toMatch(/^\d+ of/)
    await expect.element(search).toHaveValue('okafor')
  })
})

describe('a toast', () => {
  it('is shown where the open tab has no list, and once where it has', async () => {
    const { notices } = await aSharedPage()
    await page.getByRole('tab', { name: 'Idle logout' }).click()
    await page.getByRole('switch').first().click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.element(page.getByText('Idle logout saved').last()).toBeVisible()
    expect(document.querySelectorAll('.roster-toast')).toHaveLength(1)
    await page.getByRole('tab', { name: /^Users/ }).click()
    await expect.element(page.getByRole('rowheader').first()).toBeVisible()
    notices()?.toast({ text: 'Another' })
    await expect
      .poll(() => document.querySelectorAll('.roster-page-dock .roster-toast').length)
      .toBeGreaterThan(0)
    await expect.poll(() => document.querySelectorAll('.roster-toaster').length).toBe(1)
  })
})
