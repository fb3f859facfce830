import * as v from 'valibot'
import { actionShape } from './action-shape.ts'
import { type Action, denied } from './actions.ts'
import { type Capabilities, everyFlag, noCapabilities } from './capabilities.ts'
import { idShape } from './id-shape.ts'
import { type Idle, idleShape } from './idle-logout.ts'
import { leftOut, withDefault } from './left-out.ts'
import { type RoleRef, roleRefShape } from './roles.ts'
import type { Schema } from './schema.ts'

/** A company as other resources refer to it. */
export interface CompanyRef {
  id: string
  name: string
}

/** The companies of the signed-in account, by name. */
export interface CompanyList {
  /** The account that is signed in. */
  account: { email: string; name: string }
  companies: CompanyRef[]
}

/** What the viewer may do on the page. */
export interface ViewerActions {
  /** Read and change the company's users. */
  manageUsers: Action
  /** Invite people. */
  invite: Action
}

/** The signed-in user. */
export interface Viewer {
  id: string
  name: string
  email: string
  /** The address of a picture. Without one the initials are shown. */
  avatarUrl?: string
  role: RoleRef
  actions: ViewerActions
}

/** A sign-in in one company: who the viewer is, and what they and the server can do. */
export interface Session {
  /** An opaque key that is different for each session. It isn't secret. */
  sessionKey: string
  viewer: Viewer
  company: CompanyRef
  companies: CompanyRef[]
  capabilities: Capabilities
  /** How much time the session has left. Left out if the backend has no idle logout. */
  idle?: Idle
}

/** A company on the wire, where another thing names it. */
export const companyRefShape = v.object({ id: idShape, name: v.string() })

/** The companies of an account on the wire. */
export const companyListShape = v.object({
  account: v.object({ email: v.string(), name: v.string() }),
  companies: v.array(companyRefShape),
})

/** Schema of {@link CompanyList}. */
export const companyListSchema: Schema<CompanyList> = companyListShape

const viewerActionsShape = v.object({ manageUsers: actionShape, invite: actionShape })

/** The viewer on the wire. */
export const viewerShape = v.object({
  id: idShape,
  name: withDefault(v.string(), ''),
  email: v.string(),
  avatarUrl: leftOut(v.string()),
  role: roleRefShape,
  actions: v.optional(v.fallback(viewerActionsShape, { manageUsers: denied, invite: denied }), {}),
})

const announced = withDefault(v.boolean(), false)
const words = withDefault(v.array(v.string()), [])

/** A server's capabilities on the wire. What is not announced is off. */
export const capabilitiesShape = v.object({ sorts: words, filters: words, ...everyFlag(announced) })

/** The response of `GET /v1/session` on the wire. */
export const sessionShape = v.object({
  sessionKey: withDefault(v.string(), ''),
  viewer: viewerShape,
  company: companyRefShape,
  companies: withDefault(v.array(companyRefShape), []),
  capabilities: v.optional(v.fallback(capabilitiesShape, noCapabilities), {}),
  idle: leftOut(idleShape),
})

/** Schema of {@link Session}; what a server does not announce, it does not have. */
export const sessionSchema: Schema<Session> = sessionShape
