import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { useRoles } from '../../src/hooks/useRoles.ts'
import { useUsers } from '../../src/hooks/useUsers.ts'
import { useViewer } from '../../src/hooks/useViewer.ts'
import { createArrayApi } from '../state/array-api.ts'

it('hooks render on a server as loading, and send no request', async () => {
  const { api, requests } = createArrayApi([])
  function Page() {
    const users = useUsers({ query: { search: 'ada' }, range: { start: 50, end: 60 } })
    const viewer = useViewer()
    const { isSupported } = useRoles()
    return createElement('p', null, JSON.stringify([users.status, users.search, viewer.status, isSupported]))
  }
  const html = renderToString(createElement(RosterData, { api }, createElement(Page)))
  expect(html.replaceAll('&quot;', '"')).toBe('<p>["loading","ada","loading",false]</p>')
  await Promise.resolve()
  expect(requests).toEqual([])
})
