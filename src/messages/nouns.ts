/**
 * The nouns of the product, in one place. Other messages use them as `{user}`, `{users}` or, at the head of a
 * sentence, `{User}`; never with an article, which would not survive another noun.
 */
export const nouns = {
  company: 'company',
  companies: 'companies',
  user: 'user',
  users: 'users',
  role: 'role',
  roles: 'roles',
  team: 'team',
  teams: 'teams',
  invitation: 'invitation',
  invitations: 'invitations',
  admin: 'Admin',
  admins: 'Admins',
} as const

/** Nouns by name. */
export type Nouns = Record<keyof typeof nouns, string>

/** A placeholder that a noun fills. */
export type NounPlaceholder = keyof Nouns | Capitalize<keyof Nouns>
