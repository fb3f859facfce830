import { posix } from 'node:path'
import { entries } from '../../scripts/entries.ts'
import { importsOf } from './imports.ts'
import { entryRooms, rooms } from './rooms.ts'

const packageName = '@aicx/roster'
const built = entries()

/** The imports of a module that the order of the rooms forbids, each as a sentence. */
export function violations(path: string, text: string): string[] {
  const own = roomOf(path)
  const room = own && rooms[own]
  if (!room) return [`${path} belongs to no room`]
  return importsOf(path, text).flatMap(({ specifier, typeOnly }) => {
    const target = targetOf(path, specifier)
    if (target === undefined) {
      const allowed = room.packages?.some((name) => within(name, specifier))
      return allowed ? [] : [`${path}: ${own} may not import ${specifier}`]
    }
    const to = roomOf(target)
    if (to === own || (to && room.rooms?.includes(to))) return []
    if (typeOnly && to && room.types?.includes(to)) return []
    return [`${path}: ${own} may not import ${typeOnly ? 'types of ' : ''}${to ?? target}`]
  })
}

const roomOf = (path: string) =>
  entryRooms[path] ?? Object.keys(rooms).find((folder) => path.startsWith(`${folder}/`))

/** The project's file behind a specifier; undefined for a package. */
function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  if (!within(packageName, specifier)) return undefined
  const entry = specifier.slice(packageName.length + 1) || 'index'
  return built[entry]?.slice('./'.length) ?? specifier
}

const within = (name: string, specifier: string) =>
  specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`)
