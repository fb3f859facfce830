/** The kinds of work that go on without the person. */
export const workKinds = ['delete', 'changeRole', 'changeTeams', 'resend', 'undo', 'invite'] as const

/** A kind of {@link workKinds}. */
export type WorkKind = (typeof workKinds)[number]
