import '../../src/styles/index.css'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, it, onTestFinished, vi } from 'vitest'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { aStack } from '../hooks/a-stack.tsx'

it('UsersSettings renders on a server without inline styles, and hydrates without a mismatch', async () => {
  const { api } = await aStack()
  const page = (
    <RosterProvider api={api} timeZone="UTC">
      <UsersSettings defaultView={{ users: { search: 'an' } }} onOpenUser={() => undefined} />
    </RosterProvider>
  )
  const html = renderToString(page)
  expect(html).toContain('value="an"')
  expect(html).not.toContain('style=')

  const box = document.createElement('div')
  box.innerHTML = html
  document.body.append(box)
  const errors = vi.spyOn(console, 'error')
  const onRecoverableError = vi.fn()
  const root = hydrateRoot(box, page, { onRecoverableError })
  onTestFinished(() => {
    root.unmount()
    box.remove()
    errors.mockRestore()
  })
  // The table loads later than the page.
  await expect.poll(() => box.querySelectorAll('.roster-user-name').length).toBeGreaterThan(3)
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(errors).not.toHaveBeenCalled()
})
