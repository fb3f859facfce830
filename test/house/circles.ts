import { posix } from 'node:path'
import { importsOf } from './imports.ts'

/** Modules by their path from the root, each with its text. */
export type Modules = ReadonlyMap<string, string>

type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Every circle of files and of folders, types included, each as its members joined by a double arrow. */
export function circles(modules: Modules): string[] {
  const files = fileGraph(modules)
  return [...circlesOf(files), ...circlesOf(folderGraph(files))].map((members) => members.join(' ↔ '))
}

/** Which file imports which by a relative path. */
function fileGraph(modules: Modules): Graph {
  return new Map(
    [...modules].map(([path, text]) => {
      const targets = importsOf(path, text)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => posix.join(posix.dirname(path), specifier))
      return [path, new Set(targets.filter((target) => modules.has(target)))]
    }),
  )
}

/** Which folder imports from which. A folder and the folders inside it are different floors. */
function folderGraph(files: Graph): Graph {
  const folders = new Map<string, Set<string>>()
  for (const [path, targets] of files) {
    const own = posix.dirname(path)
    const imported = folders.get(own) ?? new Set()
    folders.set(own, imported)
    for (const target of targets) if (posix.dirname(target) !== own) imported.add(posix.dirname(target))
  }
  return folders
}

/** The strongly connected parts of a graph with more than one member (Tarjan's algorithm). */
function circlesOf(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []

  const visit = (node: string): number => {
    const index = order.size
    let low = index
    order.set(node, index)
    lowest.set(node, index)
    open.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, lowest.get(next) ?? low)
    }
    lowest.set(node, low)
    if (low === index) {
      const members = open.splice(open.indexOf(node))
      if (members.length > 1) found.push(members.toSorted())
    }
    return low
  }

  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return found
}
