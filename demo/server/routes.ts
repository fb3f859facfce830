import type { Session } from '@aicx/roster/contract'
import type { Kysely } from 'kysely'
import { readBody } from '../../backend/core/http/read-body.ts'
import { requireOwnOrigin } from '../../backend/node/identity/own-origin.ts'
import type { Fetch } from '../../backend/node/service.ts'
import { listConversations, listMessages } from './conversations/store.ts'
import type { DemoSchema } from './conversations/tables.ts'
import { presenceOf, setPresence } from './presence/presence.ts'

const noStore = { 'Cache-Control': 'no-store' }
const conversationPath = /^\/demo\/conversations(?:\/([\w-]+))?$/

const longestBody = 1_024

async function jsonOf(request: Request): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await readBody(request, longestBody)))
}

function isOwnOrigin(request: Request): boolean {
  try {
    requireOwnOrigin(request, true)
    return true
  } catch {
    return false
  }
}

/**
 * The demo's own API. The backend decides who may use it and for which company: if a request may not read its session
 * there, the backend's response is returned.
 */
export async function answerDemo(backend: Fetch, db: Kysely<DemoSchema>, request: Request) {
  const { pathname } = new URL(request.url)
  const match = conversationPath.exec(pathname)
  const isPresence = pathname === '/demo/presence' && request.method === 'PUT'
  if (!isPresence && !(match && request.method === 'GET')) return new Response(null, { status: 404 })
  if (isPresence && !isOwnOrigin(request)) return new Response(null, { status: 403 })
  const { headers } = request
  const sessionAnswer = await backend(new Request(new URL('/v1/session', request.url), { headers }))
  if (!sessionAnswer.ok) return sessionAnswer
  const { company, viewer }: Session = await sessionAnswer.json()
  if (isPresence) {
    const presence = presenceOf(await jsonOf(request).catch(() => null))
    if (!presence) return new Response(null, { status: 422 })
    await setPresence(db, company.id, viewer.id, presence)
    return new Response(null, { status: 204, headers: noStore })
  }
  const answer = match?.[1]
    ? { messages: await listMessages(db, company.id, match[1]) }
    : { conversations: await listConversations(db, company.id) }
  return Response.json(answer, { headers: noStore })
}
