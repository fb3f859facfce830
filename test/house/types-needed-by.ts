import ts from 'typescript'

/**
 * Our types that a host has to name in order to write a value for an export. A type of which only the members count
 * (one that is extended, `Pick<A, 'b'>`, `A['b']`) need not be named, but the types of those members do.
 */
export function typesNeededBy(symbol: ts.Symbol, checker: ts.TypeChecker, folder: string): Set<ts.Symbol> {
  const needed = new Set<ts.Symbol>()
  const visited = new Set<ts.Node>()

  const isOurs = (node: ts.Node) => node.getSourceFile().fileName.startsWith(folder) && !isGlobal(node)

  function refer(name: ts.Node) {
    const found = checker.getSymbolAtLocation(name)
    const target = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found
    if (!target || target === symbol || target.flags & ts.SymbolFlags.TypeParameter) return
    if (target.declarations?.some(isOurs)) needed.add(target)
  }

  function visitMembers(node: ts.Node) {
    const type = checker.getTypeAtLocation(node)
    for (const member of checker.getPropertiesOfType(type)) visitAll(member.declarations)
    visitAll(type.symbol?.declarations?.filter((declaration) => !ts.isTypeLiteralNode(declaration)))
  }

  function visitAll(nodes: readonly ts.Node[] = []) {
    for (const node of nodes) if (isOurs(node)) visit(node)
  }

  function visit(node: ts.Node) {
    if (visited.has(node)) return
    visited.add(node)
    if (ts.isExpressionWithTypeArguments(node) || ts.isIndexedAccessTypeNode(node)) visitMembers(node)
    else if (ts.isTypeReferenceNode(node) && isTaking(node)) visitMembers(node)
    else if (ts.isTypeReferenceNode(node)) {
      refer(node.typeName)
      node.typeArguments?.forEach(visit)
    } else if (ts.isCallExpression(node)) node.typeArguments?.forEach(visit)
    else if (!hasNoTypes(node)) ts.forEachChild(node, visit)
  }

  for (const declaration of symbol.declarations ?? []) visit(declaration)
  return needed
}

const isTaking = ({ typeName }: ts.TypeReferenceNode) =>
  ts.isIdentifier(typeName) && /^(Pick|Omit|Partial)$/.test(typeName.text)

/** Bodies, and types that are computed from others, such as `keyof A`. */
const hasNoTypes = (node: ts.Node) =>
  ts.isBlock(node) ||
  ts.isJsxElement(node) ||
  ts.isMappedTypeNode(node) ||
  ts.isConditionalTypeNode(node) ||
  (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword)

const isGlobal = (node: ts.Node): boolean =>
  node.parent !== undefined &&
  (Boolean(node.parent.flags & ts.NodeFlags.GlobalAugmentation) || isGlobal(node.parent))
