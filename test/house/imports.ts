import ts from 'typescript'

/** An import, a re-export, an `import()` or an import type. */
export interface Import {
  specifier: string
  typeOnly: boolean
}

/** Everything that a module's text imports. */
export function importsOf(path: string, text: string): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const found: Import[] = []
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause))
    else if (ts.isExportDeclaration(node))
      add(node.moduleSpecifier, node.isTypeOnly || all(node.exportClause))
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && all(clause.namedBindings))
}

/** Whether each name in braces is a type; `import {}` loads the module all the same. */
function all(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!names || !('elements' in names) || names.elements.length === 0) return false
  return [...names.elements].every(({ isTypeOnly }) => isTypeOnly)
}
