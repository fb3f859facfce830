'use client'

import { RosterProvider, UsersSettings } from '@aicx/roster'
import { createHttpApi, type RosterApi } from '@aicx/roster/client'
import type { UsersViewJSON } from '@aicx/roster/contract'
import { createMocks } from '@aicx/roster/msw'
import { startWorker } from '@aicx/roster/msw/browser'
import { useEffect, useState } from 'react'

async function startMocks(): Promise<RosterApi> {
  const { handlers, company, token } = await createMocks({ scenario: 'one' })
  await startWorker(handlers)
  return createHttpApi({ baseUrl: '/roster-api', company, getToken: () => token })
}

const waiting: RosterApi = {
  company: 'acme',
  session: { get: () => new Promise(() => {}) },
  users: { list: () => new Promise(() => {}) },
}

export function Settings({ users }: { users: UsersViewJSON }) {
  const [api, setApi] = useState(waiting)
  useEffect(() => {
    startMocks().then(setApi)
  }, [])
  return (
    <RosterProvider api={api} style={{ blockSize: '100dvh' }}>
      <UsersSettings defaultView={{ users }} />
    </RosterProvider>
  )
}
