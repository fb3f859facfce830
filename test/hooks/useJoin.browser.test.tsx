import { StrictMode } from 'react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ApiError } from '../../src/client/api-error.ts'
import type { JoinApi } from '../../src/client/join-api.ts'
import { JoinCompany } from '../../src/page/JoinCompany.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'

const token = 'AQYzJx2vT4oLrZk1XWc0dNfYb7sJ9eGiPuMhV3tEwKxA5RqCnB6lOyUpDgSjF'
const invitation = {
  company: { id: 'acme', name: 'Acme Support' },
  email: 'lin.wei@acme.example',
  role: { id: 'agent', name: 'Agent' },
  teams: [],
  account: 'none' as const,
  lost: [],
}
const joined = { company: invitation.company, userId: 'u1', lost: [] }

function clean() {
  sessionStorage.clear()
  history.replaceState(null, '', location.pathname + location.search)
}

async function open(api: Partial<JoinApi>, hash = `#${token}`, keptAt?: number) {
  clean()
  if (keptAt !== undefined) sessionStorage.setItem('roster:join', `${keptAt} ${token}`)
  onTestFinished(clean)
  if (hash) history.replaceState({ kept: true }, '', hash)
  const preview = vi.fn(api.preview ?? (async () => invitation))
  const join = vi.fn(api.join ?? (async () => joined))
  const port = { preview, join }
  await render(
    <StrictMode>
      <RosterUI>
        <JoinCompany api={port} onSignIn={() => undefined} />
      </RosterUI>
    </StrictMode>,
  )
  return port
}

const heading = (name: string) => page.getByRole('heading', { name })

async function fill(name: string, password: string) {
  await page.getByLabelText('Your name').fill(name)
  await page.getByLabelText('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Join Acme Support' }).click()
}

it('takes the token out of the address, adds no entry to the history, and sends one request', async () => {
  const entries = history.length
  const { preview } = await open({})
  await expect.element(heading('Join Acme Support')).toBeVisible()
  expect(location.href).not.toContain('#')
  expect(history.state).toEqual({ kept: true })
  expect(history.length).toBe(entries)
  expect(preview).toHaveBeenCalledOnce()
  expect(preview.mock.calls[0]?.[0]).toBe(token)
})

it('finds the invitation again after the page was left for a sign-in', async () => {
  await open({})
  await expect.element(heading('Join Acme Support')).toBeVisible()
  const [at] = sessionStorage.getItem('roster:join')?.split(' ') ?? []
  const { preview } = await open({}, '', Number(at))
  await expect.poll(() => preview.mock.calls[0]?.[0]).toBe(token)
})

it('is forgotten after an hour: the next person at this tab should not find it', async () => {
  const { preview } = await open({}, '', Date.now() - 61 * 60_000)
  await expect.element(heading('This link is incomplete')).toBeVisible()
  expect(preview).not.toHaveBeenCalled()
})

it('takes a link that is opened while the page is', async () => {
  const { preview } = await open({}, '')
  await expect.element(heading('This link is incomplete')).toBeVisible()
  expect(preview).not.toHaveBeenCalled()
  location.hash = token
  await expect.element(heading('Join Acme Support')).toBeVisible()
  expect(location.hash).toBe('')
})

it('keeps the name and the invitation when a password is refused, and joins once for two presses (V23, K2)', async () => {
  let refuse = true
  const { join } = await open({
    async join() {
      if (!refuse) return joined
      refuse = false
      throw new ApiError('password_refused', 'no', { reason: 'too_common' })
    },
  })
  await fill('Lin Wei', 'passwordpassword')
  await expect.element(page.getByText(/Too many people use this password/)).toBeVisible()
  await expect.element(page.getByLabelText('Your name')).toHaveValue('Lin Wei')
  expect(sessionStorage.getItem('roster:join')).toContain(token)
  await page.getByLabelText('Password', { exact: true }).fill('four unrelated words')
  await page.getByRole('button', { name: 'Join Acme Support' }).dblClick()
  await expect.element(heading('You’re in Acme Support')).toBeVisible()
  expect(join).toHaveBeenCalledTimes(2)
  expect(join.mock.calls[1]?.[0]).toEqual({ token, name: 'Lin Wei', password: 'four unrelated words' })
  expect(sessionStorage.getItem('roster:join')).toBeNull()
})

it('says that an invitation expired while the person was typing, and whom to ask (V23)', async () => {
  await open({
    async join() {
      const params = { company: 'Acme Support', inviter: 'Amara Okafor', at: new Date().toISOString() }
      throw new ApiError('invitation_expired', 'gone', { status: 410, params })
    },
  })
  await fill('Lin Wei', 'four unrelated words')
  await expect.element(heading('This invitation has expired')).toHaveFocus()
  await expect.element(page.getByText('Amara Okafor')).toBeVisible()
})

it('asks to sign in where an account has appeared in the meantime', async () => {
  let account: 'none' | 'exists' = 'none'
  await open({
    preview: async () => ({ ...invitation, account }),
    async join() {
      account = 'exists'
      throw new ApiError('signed_out', 'no', { status: 401 })
    },
  })
  await fill('Lin Wei', 'four unrelated words')
  await expect.element(page.getByRole('button', { name: 'Sign in to join' })).toBeVisible()
})

it('offers to try again where the server can’t be reached, and keeps the invitation', async () => {
  let isDown = true
  await open({
    async preview() {
      if (isDown) throw new ApiError('network', 'down')
      return invitation
    },
  })
  await expect.element(page.getByText('Your invitation couldn’t be loaded')).toBeVisible()
  isDown = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(heading('Join Acme Support')).toBeVisible()
})
