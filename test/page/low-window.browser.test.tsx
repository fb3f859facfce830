import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { seedCompany } from '../../mocks/people/seed-company.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

describe('the page in a window of 320 × 256, as at 400 % zoom', () => {
  beforeEach(() => page.viewport(320, 256))

  it('scrolls, so that rows can be read', async () => {
    const screen = await aPage({ width: 320, height: 256 })
    await expect.poll(screen.count).toBe('1,204 users')
    const scroll = screen.container.querySelector('.roster-table-scroll')
    const settings = screen.container.querySelector('.roster-page')
    expect(scroll?.clientHeight).toBeGreaterThan(120)
    expect(settings?.scrollHeight).toBeGreaterThan(settings?.clientHeight ?? 0)
  })

  it('shows a user in a sheet that scrolls whole', async () => {
    const screen = await aPage({ width: 320, height: 256 })
    await expect.poll(screen.count).toBe('1,204 users')
    screen.container.querySelector<HTMLElement>('[data-primary]')?.click()
    const sheet = screen.getByRole('dialog')
    const radio = sheet.getByRole('radio').last()
    await expect.element(radio).toBeInTheDocument()
    ;(await radio.findElement()).scrollIntoView({ block: 'nearest' })
    const box = (await radio.findElement()).getBoundingClientRect()
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.bottom).toBeLessThanOrEqual(256)
    expect((await sheet.findElement()).scrollHeight).toBeGreaterThan((await sheet.findElement()).clientHeight)
  })

  it('keeps the bar of a selection in the window', async () => {
    const screen = await aPage({ width: 320, height: 256 })
    await expect.poll(screen.count).toBe('1,204 users')
    screen.container.querySelector<HTMLElement>('tbody input:not([aria-disabled])')?.click()
    const bar = screen.getByRole('toolbar', { name: /selection/i })
    await expect.element(bar).toBeInTheDocument()
    const box = (await bar.findElement()).getBoundingClientRect()
    expect(box.bottom).toBeLessThanOrEqual(256)
    expect(box.top).toBeGreaterThan(100)
  })

  it('shows why an export failed, and its buttons', async () => {
    const screen = await aPage({ width: 320, height: 256 })
    await expect.poll(screen.count).toBe('1,204 users')
    const { showSaveFilePicker } = window as { showSaveFilePicker?: unknown }
    Reflect.set(window, 'showSaveFilePicker', undefined)
    onTestFinished(() => void Reflect.set(window, 'showSaveFilePicker', showSaveFilePicker))
    screen.stack.worker.use(
      http.post('*/v1/users/export', () =>
        HttpResponse.json({ code: 'forbidden', status: 403, requestId: 'req-1' }, { status: 403 }),
      ),
    )
    await screen.getByRole('button', { name: 'Table options' }).click()
    await screen.getByRole('menuitem', { name: /^Export CSV/ }).click()
    const bar = screen.getByRole('alert').filter({ hasText: 'The export failed.' })
    await expect.element(bar).toBeVisible()
    const { top, bottom } = (await bar.findElement()).getBoundingClientRect()
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(256)
    const text = (await bar.findElement()).querySelector('.roster-export-text')
    expect(text?.clientWidth).toBeGreaterThan(200)
  })

  it('shows a name of 192 characters whole in the panel', async () => {
    const name = 'Übersetzungsbeauftragte '.repeat(8).trim()
    const company = seedCompany({ now: Date.now(), count: 12 })
    const users = company.users.map((user, index) => (index === 1 ? { ...user, name } : user))
    const stack = await aStack({ companies: [{ ...company, users }] })
    const defaultView = { users: { search: 'setzungs' } }
    const screen = await aPage({ stack, width: 320, height: 256, defaultView })
    await expect.poll(screen.names).toEqual([name])
    screen.container.querySelector<HTMLElement>('[data-primary]')?.click()
    const heading = screen.getByRole('dialog').getByRole('heading', { name })
    await expect.element(heading).toBeVisible()
    const title = await heading.findElement()
    expect(title.scrollHeight).toBeLessThanOrEqual(title.clientHeight)
    expect(title.scrollWidth).toBeLessThanOrEqual(title.clientWidth)
    const { left, right } = title.getBoundingClientRect()
    expect(left).toBeGreaterThan(0)
    expect(right).toBeLessThan(320)
  })

  it('shows a dialog that scrolls whole, above its buttons', async () => {
    const screen = await aPage({ width: 320, height: 256 })
    await expect.poll(screen.count).toBe('1,204 users')
    await screen.getByRole('button', { name: 'Invite user' }).click()
    const dialog = screen.getByRole('dialog')
    await expect.element(dialog.getByText('Message')).toBeInTheDocument()
    expect((await dialog.findElement()).scrollHeight).toBeGreaterThan(
      (await dialog.findElement()).clientHeight,
    )
    for (const field of (await dialog.findElement()).querySelectorAll<HTMLElement>(
      'textarea, [role=combobox]',
    )) {
      field.focus()
      const foot = (await dialog.findElement()).querySelector('.roster-dialog-foot')?.getBoundingClientRect()
      const box = field.getBoundingClientRect()
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(Math.min(box.bottom, box.top + 40)).toBeLessThanOrEqual(foot?.top ?? 0)
      expect(foot?.bottom).toBeLessThanOrEqual(256)
    }
  })
})

describe('a dialog in such a window', () => {
  it('scrolls whole, so that every part of it can be seen', async () => {
    await page.viewport(320, 256)
    const screen = await aPage({ width: 320, height: 256 })
    const open = screen.getByRole('button', { name: 'Invite user' })
    await expect.element(open).not.toHaveAttribute('aria-disabled')
    ;((await open.findElement()) as HTMLElement).click()
    const dialog = screen.getByRole('dialog', { name: 'Invite user' })
    for (const part of [
      dialog.getByRole('heading', { name: 'Invite user' }),
      dialog.getByRole('textbox', { name: /^Message/ }),
      dialog.getByRole('button', { name: 'Invite user' }),
    ]) {
      await expect.element(part).toBeInTheDocument()
      ;(await part.findElement()).scrollIntoView({ block: 'nearest' })
      const box = (await part.findElement()).getBoundingClientRect()
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(box.bottom).toBeLessThanOrEqual(256)
    }
    expect((await dialog.findElement()).scrollHeight).toBeGreaterThan(
      (await dialog.findElement()).clientHeight,
    )
  })
})

describe('the page in print', () => {
  it('holds the rows in view and no room for the others', async () => {
    await page.viewport(1_280, 900)
    const screen = await aPage()
    await expect.poll(screen.count).toBe('1,204 users')
    const scroll = screen.container.querySelector('.roster-table-scroll')
    if (!scroll) throw new Error('No table')
    scroll.scrollTop = 5_200
    await expect.poll(() => screen.container.querySelector('[aria-rowindex="102"]')).not.toBeNull()
    window.dispatchEvent(new Event('beforeprint'))
    const left = () =>
      [...screen.container.querySelectorAll('.roster-table-row:not([data-unseen])')].map((row) =>
        Number(row.getAttribute('aria-rowindex')),
      )
    expect(left()[0]).toBe(102)
    expect(left().length).toBeLessThanOrEqual(Math.ceil(scroll.clientHeight / 52) + 1)
    window.dispatchEvent(new Event('afterprint'))
    expect(screen.container.querySelector('[data-unseen]')).toBeNull()
  })
})
