import type { CompanyList } from '@aicx/roster/contract'
import { RequestError, request } from '../request/request.ts'
import { tellTabs } from './news.ts'

/** Why a sign-in was refused. */
export type Refusal = { kind: 'mismatch' } | { kind: 'wait'; seconds: number } | { kind: 'failed' }

/** Loads the signed-in account and its companies, or null. */
export async function readAccount(): Promise<CompanyList | null> {
  try {
    return await request<CompanyList>('/v1/companies')
  } catch (error) {
    if (error instanceof RequestError && error.status === 401) return null
    throw error
  }
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof RequestError)) return { kind: 'failed' }
  if (error.status === 401) return { kind: 'mismatch' }
  if (error.status === 429) return { kind: 'wait', seconds: error.problem.retryAfter ?? 60 }
  return { kind: 'failed' }
}

/** Signs in. With a company, starts a new session there if the old one ended. */
export async function signIn(email: string, password: string, company?: string): Promise<Refusal | null> {
  const headers = { 'Content-Type': 'application/json', ...(company && { 'Roster-Company': company }) }
  try {
    await request('/v1/sign-in', { method: 'POST', headers, body: JSON.stringify({ email, password }) })
    tellTabs()
    return null
  } catch (error) {
    return refusalOf(error)
  }
}

/** Whether the account has a session in a company that hasn't ended. */
export async function hasSession(company: string): Promise<boolean> {
  try {
    await request('/v1/session', { headers: { 'Roster-Company': company } })
    return true
  } catch {
    return false
  }
}

/** Signs this browser out of every company. */
export const signOut = () => request('/v1/sign-in', { method: 'DELETE' }).finally(tellTabs)
