import { useEffect, useState } from 'react'
import { request } from '../request/request.ts'
import type { Conversation, Message } from './conversation.ts'

/** Loads a path of the demo's server. Returns undefined while it is loading. */
function useAnswer<Answer>(path: string | null, company: string) {
  const [answer, setAnswer] = useState<{ path: string; value: Answer }>()
  useEffect(() => {
    if (!path) return
    const gone = new AbortController()
    request<Answer>(path, { headers: { 'Roster-Company': company }, signal: gone.signal })
      .then((value) => setAnswer({ path, value }))
      .catch(() => {})
    return () => gone.abort()
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
