import type { Session } from '@aicx/roster/contract'
import type { Kysely } from 'kysely'
import type { Fetch } from '../../backend/node/service.ts'
import { listConversations, listMessages } from './conversations/store.ts'
import type { DemoSchema } from './conversations/tables.ts'

const noStore = { 'Cache-Control': 'no-store' }
const conversationPath = /^\/demo\/conversations(?:\/([\w-]+))?$/

/**
 * The demo's own API. The backend decides who may use it and for which company: if a request may not read its session
 * there, the backend's response is returned.
 */
export async function answerDemo(backend: Fetch, db: Kysely<DemoSchema>, request: Request) {
  const { pathname } = new URL(request.url)
  const match = conversationPath.exec(pathname)
  if (!match || request.method !== 'GET') return new Response(null, { status: 404 })
  const sessionAnswer = await backend(new Request(new URL('/v1/session', request.url), request))
  if (!sessionAnswer.ok) return sessionAnswer
  const { company }: Session = await sessionAnswer.json()
  const answer = match[1]
    ? { messages: await listMessages(db, company.id, match[1]) }
    : { conversations: await listConversations(db, company.id) }
  return Response.json(answer, { headers: noStore })
}
