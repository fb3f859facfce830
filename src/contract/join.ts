import * as v from 'valibot'
import { shortestPassword } from '../base/shortest-password.ts'
import { idShape, instantShape } from './id-shape.ts'
import { leftOut, withDefault } from './left-out.ts'
import { type RoleRef, roleRefShape } from './roles.ts'
import type { Schema } from './schema.ts'
import { type CompanyRef, companyRefShape } from './session.ts'

/**
 * Whether the invited address has an account: there isn't one, it has no password, or it exists. `elsewhere` if the
 * host has its own accounts: the person signs in or creates an account there.
 */
export type JoinAccount = 'none' | 'no_password' | 'exists' | 'elsewhere'

/** A part of an invitation that the person doesn't get or didn't get. */
export interface LostPart {
  /** What it was. */
  kind: 'role' | 'team' | (string & {})
  id: string
  /** Empty if it was deleted. */
  name: string
  /** It was deleted, or the role has gained administrative permissions since it was chosen. */
  reason: 'deleted' | 'gained_permissions' | (string & {})
}

/** Who is signed in on the page of an invitation. */
export interface SignedInAs {
  name: string
  email: string
  /** Whether the invitation is for this account. */
  isInvited: boolean
  /** The account’s other companies, by name. */
  companies: CompanyRef[]
}

/** What `POST /v1/join/preview` returns: a pending invitation, as the person would join now. */
export interface JoinPreview {
  company: CompanyRef
  /** The address that the invitation is for. */
  email: string
  role: RoleRef
  /** The teams that the person will be in. */
  teams: { id: string; name: string }[]
  /** Left out if the name was erased. */
  invitedBy?: { name: string }
  /** RFC 3339, UTC. Left out if the invitation doesn't expire. */
  expiresAt?: string
  account: JoinAccount
  /** The name of the account, if it has no password yet. The person sets one. */
  name?: string
  signedInAs?: SignedInAs
  /** The parts of the invitation that the person won't get. */
  lost: LostPart[]
}

/** The body of `POST /v1/join`. */
export interface JoinRequest {
  /** The last part of the invitation's link. */
  token: string
  /** For a new account. */
  name?: string
  /** For a new account, and for one without a password. */
  password?: string
}

/** What `POST /v1/join` returns. Joining again with the same account returns the same result. */
export interface Joined {
  company: CompanyRef
  /** The id of the new user in the company. */
  userId: string
  /** The role that the person has. */
  role?: RoleRef
  /** The parts of the invitation that the person didn't get. */
  lost: LostPart[]
}

/** The longest token that is read, and the longest name and shortest password of a new account, in characters. */
export const joinLimits = { token: 2_048, name: 200, password: shortestPassword } as const

/**
 * The codes for genuine links that are no longer valid. Joining returns them with status 410, and `params` has
 * `company` and `inviter`, their names, and what the page shows: `at`, `email`, `role`, `companyId`.
 */
export const endedInvitationCodes = [
  'invitation_expired',
  'invitation_deleted',
  'invitation_superseded',
  'invitation_accepted',
] as const

/** Why a password was refused: `reason` of the code `password_refused`. */
export const passwordFaults = [
  'too_short',
  'too_long',
  'control_characters',
  'contains_company',
  'too_common',
] as const

/** Why a password was refused. */
export type PasswordFault = (typeof passwordFaults)[number] | (string & {})

const token = v.pipe(
  v.string('must be a string'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(joinLimits.token, `must have at most ${joinLimits.token} characters`),
)

/** The body of a preview on the wire; an unknown field is an error. No fault quotes the token. */
export const joinPreviewRequestShape = v.strictObject({ token })

/** The body of a join on the wire; an unknown field is an error. No fault quotes the token or the password. */
export const joinRequestShape = v.strictObject({
  token,
  name: v.optional(
    v.pipe(v.string('must be a string'), v.maxLength(1_000, 'must have at most 1000 characters')),
  ),
  password: v.optional(
    v.pipe(v.string('must be a string'), v.maxLength(4_096, 'must have at most 4096 characters')),
  ),
})

const lostShape = withDefault(
  v.array(
    v.object({
      kind: v.string(),
      id: idShape,
      name: withDefault(v.string(), ''),
      reason: withDefault(v.string(), 'deleted'),
    }),
  ),
  [],
)

const signedInAsShape = v.object({
  name: withDefault(v.string(), ''),
  email: v.string(),
  isInvited: v.boolean(),
  companies: withDefault(v.array(companyRefShape), []),
})

/** The response of `POST /v1/join/preview` on the wire. */
export const joinPreviewShape = v.object({
  company: companyRefShape,
  email: v.string(),
  role: roleRefShape,
  teams: withDefault(v.array(v.object({ id: idShape, name: v.string() })), []),
  invitedBy: leftOut(v.object({ name: v.string() })),
  expiresAt: leftOut(instantShape),
  account: v.fallback(v.picklist(['none', 'no_password', 'exists', 'elsewhere']), 'exists'),
  name: leftOut(v.string()),
  signedInAs: leftOut(signedInAsShape),
  lost: lostShape,
})

/** Schema of {@link JoinPreview}. */
export const joinPreviewSchema: Schema<JoinPreview> = joinPreviewShape

/** The response of `POST /v1/join` on the wire. */
export const joinedShape = v.object({
  company: companyRefShape,
  userId: idShape,
  role: leftOut(roleRefShape),
  lost: lostShape,
})

/** Schema of {@link Joined}. */
export const joinedSchema: Schema<Joined> = joinedShape
