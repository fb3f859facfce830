import type { Author } from './conversation.ts'

/** The name of who wrote or replies. Deleted users keep it; erased ones have none. */
export function AuthorName({ author: { name, state } }: { author: Author }) {
  if (state === 'erased' || !name) return <span>Deleted user</span>
  if (state === 'user') return <bdi>{name}</bdi>
  return (
    <>
      <bdi>{name}</bdi> <span className="author-deleted">Deleted</span>
    </>
  )
}

/** The same as plain text, for a title. */
export const authorText = ({ name, state }: Author): string => {
  if (state === 'erased' || !name) return 'a deleted user'
  return state === 'deleted' ? `${name} (deleted)` : name
}
