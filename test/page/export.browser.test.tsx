import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

/** A stand-in for the browser's dialog, since nobody can answer the real one. */
function aPicker(answer: 'file' | 'cancelled' | 'refused') {
  const before = Reflect.get(window, 'showSaveFilePicker')
  const file = { text: '', state: 'untouched', asked: 0, requestsBefore: -1 }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let requests = () => 0
  Reflect.set(window, 'showSaveFilePicker', async () => {
    file.asked += 1
    file.requestsBefore = requests()
    if (answer === 'cancelled') throw new DOMException('The user aborted a request.', 'AbortError')
    if (answer === 'refused') throw new DOMException('Cross origin sub frames.', 'SecurityError')
    return {
      createWritable: async () => ({
        async write(bytes: Uint8Array) {
          file.text += decoder.decode(bytes, { stream: true })
          file.state = 'open'
        },
        async close() {
          file.state = 'closed'
        },
        async abort() {
          file.state = 'aborted'
        },
      }),
      async remove() {
        file.state += ', removed'
      },
    }
  })
  onTestFinished(() => void Reflect.set(window, 'showSaveFilePicker', before))
  return {
    file,
    count(read: () => number) {
      requests = read
    },
  }
}

async function exportFrom(answer: Parameters<typeof aPicker>[0], spoil?: (screen: Screen) => void) {
  const picker = aPicker(answer)
  const screen = await aPage({ width: 1_200 })
  await expect.poll(screen.count).toBe('1,204 users')
  const exported = () => screen.stack.sent('/users/export').length
  picker.count(exported)
  spoil?.(screen)
  await page.getByRole('button', { name: 'Table options' }).click()
  await page.getByRole('menuitem', { name: /^Export CSV/ }).click()
  return { ...picker, exported, screen }
}

type Screen = Awaited<ReturnType<typeof aPage>>

describe('Export CSV', () => {
  it('asks where before any request, and writes the whole list into the chosen file', async () => {
    const { file } = await exportFrom('file')
    await expect.poll(() => file.state).toBe('closed')
    expect(file.requestsBefore).toBe(0)
    expect(file.text.startsWith('\ufeff')).toBe(true)
    expect(file.text.slice(1).trim().split('\r\n')).toHaveLength(1_205)
    await expect.element(page.getByText('1,204 users exported').first()).toBeInTheDocument()
  })

  it('has no column for teams where the backend has none, as the table', async () => {
    const { file } = aPicker('file')
    const stack = await aStack()
    const { teams: _, users, ...port } = stack.api
    const api: RosterApi = {
      ...port,
      users: {
        ...users,
        async list(query, options) {
          const window = await users.list(query, options)
          const rows = window.rows.map((row) => ({ ...row, teams: undefined }) as typeof row)
          return { ...window, rows }
        },
      },
    }
    const screen = await aPage({ stack, api, width: 1_200 })
    await expect.poll(screen.count).toBe('1,204 users')
    await page.getByRole('button', { name: 'Table options' }).click()
    await page.getByRole('menuitem', { name: /^Export CSV/ }).click()
    await expect.poll(() => file.state).toBe('closed')
    expect(file.text.slice(1).split('\r\n')[0]).toBe('"Name","Email","Role","Last active"')
  })

  it('sends no request when the person cancels', async () => {
    const { file, exported } = await exportFrom('cancelled')
    await expect.poll(() => file.asked).toBe(1)
    expect(exported()).toBe(0)
  })

  it('says that a file is incomplete, discards it, and exports again', async () => {
    const { file, screen } = await exportFrom('file', ({ stack }) =>
      stack.worker.use(
        http.post('*/roster-api/v1/users/export', () =>
          HttpResponse.text('\ufeffName,Email\r\nAda,ada@acme.example\r\n', {
            headers: { 'Content-Type': 'text/csv', 'Roster-Export': 'cut-off', 'Roster-Total': '1204' },
          }),
        ),
        http.get('*/roster-api/v1/exports/cut-off', () =>
          HttpResponse.json({ done: true, rows: 1_204, bytes: 90_000 }),
        ),
      ),
    )
    await expect.element(page.getByText('Incomplete: 1 of 1,204.')).toBeVisible()
    await expect.element(page.getByText('Nothing was saved.')).toBeVisible()
    await expect.poll(() => file.state).toBe('aborted, removed')
    screen.stack.worker.resetHandlers()
    file.text = ''
    await page.getByRole('button', { name: 'Export again' }).click()
    await expect.poll(() => file.state).toBe('closed')
    expect(file.text.trim().split('\r\n')).toHaveLength(1_205)
  })

  it('downloads where the dialog may not open, and says what to do if nothing was saved', async () => {
    const clicked: string[] = []
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function () {
      clicked.push(this.download)
    }
    onTestFinished(() => {
      HTMLAnchorElement.prototype.click = click
    })
    await exportFrom('refused')
    await expect.element(page.getByText('Your browser is saving 1,204 users.')).toBeVisible()
    await expect.element(page.getByText(/^If no file appears/)).toBeVisible()
    expect(clicked).toEqual(['users.csv'])
  })

  it('keeps the bar of a second export, which cancels the first', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let begun = 0
    const { file, exported } = await exportFrom('file', ({ stack }) =>
      stack.worker.use(
        http.post('*/roster-api/v1/users/export', async () => {
          await gates[begun++]?.promise
        }),
      ),
    )
    await expect.poll(() => begun).toBe(1)
    await page.getByRole('button', { name: 'Table options' }).click()
    await page.getByRole('menuitem', { name: /^Export CSV/ }).click()
    await expect.poll(() => begun).toBe(2)
    // The outcome of the first has arrived.
    await expect.poll(() => file.state).toMatch(/removed/)
    await expect.element(page.getByText('Exporting users')).toBeVisible()
    for (const { resolve } of gates) resolve()
    await expect.poll(() => file.state).toBe('closed')
    await expect.element(page.getByText('Exporting users')).not.toBeInTheDocument()
    expect(exported()).toBe(2)
  })

  it('asks once where to save, even if it is chosen twice in one turn', async () => {
    const picker = aPicker('file')
    const screen = await aPage({ width: 1_200 })
    await expect.poll(screen.count).toBe('1,204 users')
    await page.getByRole('button', { name: 'Table options' }).click()
    const item = await page.getByRole('menuitem', { name: /^Export CSV/ }).findElement()
    if (!(item instanceof HTMLElement)) throw new Error('The item is missing.')
    item.click()
    item.click()
    await expect.poll(() => picker.file.state).toBe('closed')
    expect(picker.file.asked).toBe(1)
    expect(screen.stack.sent('/users/export')).toHaveLength(1)
  })

  it('goes on while the person looks at another tab, and is not started again by coming back', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>()
    const { file, exported } = await exportFrom('file', ({ stack }) =>
      stack.worker.use(
        http.post('*/roster-api/v1/users/export', async () => {
          await opened
        }),
      ),
    )
    await expect.element(page.getByText('Exporting users')).toBeVisible()
    await page.getByRole('tab', { name: /Invitations/ }).click()
    await expect.element(page.getByRole('table', { name: 'Invitations' })).toBeVisible()
    await expect.element(page.getByText('Exporting users')).toBeVisible()
    await page.getByRole('tab', { name: /Idle logout/ }).click()
    await expect.element(page.getByText('Exporting users')).toBeVisible()
    open()
    await expect.poll(() => file.state).toBe('closed')
    await page.getByRole('tab', { name: /Users/ }).click()
    await expect.poll(exported).toBe(1)
    await expect.element(page.getByText('Exporting users')).not.toBeInTheDocument()
  })
})
