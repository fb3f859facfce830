import { useEffect, useState } from 'react'
import { request } from '../request/request.ts'
import type { Conversation, Message } from './conversation.ts'

/** Ms after which what is on the screen is loaded again. */
const stale = 15_000

/** Loads a path of the demo's server, and again while the page is visible. Returns undefined until it has loaded. */
function useAnswer<Answer>(path: string | null, company: string) {
  const [answer, setAnswer] = useState<{ path: string; value: Answer }>()
  useEffect(() => {
    if (!path) return
    const gone = new AbortController()
    const load = () => {
      if (document.visibilityState === 'hidden') return
      request<Answer>(path, { headers: { 'Roster-Company': company }, signal: gone.signal })
        .then((value) => setAnswer({ path, value }))
        .catch(() => {})
    }
    load()
    const timer = setInterval(load, stale)
    document.addEventListener('visibilitychange', load)
    return () => {
      gone.abort()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', load)
    }
  }, [path, company])
  return answer?.path === path ? answer?.value : undefined
}

/** Loads the company's conversations, the latest first. */
export const useConversations = (company: string) =>
  useAnswer<{ conversations: Conversation[] }>('/demo/conversations', company)?.conversations

/** Loads the messages of a conversation, the oldest first. */
export const useMessages = (company: string, conversation: string | undefined) =>
  useAnswer<{ messages: Message[] }>(
    conversation ? `/demo/conversations/${encodeURIComponent(conversation)}` : null,
    company,
  )?.messages
