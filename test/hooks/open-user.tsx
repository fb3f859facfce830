import { expect } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useUser } from '../../src/hooks/useUser.ts'
import { useUserActivity } from '../../src/hooks/useUserActivity.ts'
import { useUsers } from '../../src/hooks/useUsers.ts'
import { aStack } from './a-stack.tsx'

type Stack = Awaited<ReturnType<typeof aStack>>

/** A list and the open user, loaded; `prepare` turns the stack's knobs before. */
export async function openUser(id = 'acme-7', prepare: (stack: Stack) => void = () => {}) {
  const stack = await aStack()
  prepare(stack)
  const hook = await renderHook(
    (props: { id: string } = { id }) => ({
      user: useUser(props.id),
      users: useUsers(),
      activity: useUserActivity(props.id),
    }),
    { wrapper: stack.Provider },
  )
  const now = () => hook.result.current
  await expect
    .poll(() => [now().user.status, now().users.status, now().activity.status])
    .toEqual(Array(3).fill('ready'))
  const writes = () => stack.requests.filter(({ method }) => method !== 'GET')
  /** What another client of the same backend does. */
  const other = stack.apiOf(stack.company, stack.token).users
  const intent = () => crypto.randomUUID()
  return {
    ...stack,
    ...hook,
    now,
    writes,
    other,
    intent,
    rowOf: (userId: string) => now().users.rows.find((row) => row.id === userId),
  }
}
