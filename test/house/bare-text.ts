import ts from 'typescript'

/** The text children that have siblings, in components of a program, each as `path:line text`. */
export function bareTexts(program: ts.Program, paths: readonly string[]): string[] {
  const checker = program.getTypeChecker()

  /** Whether a value may be rendered as text; `false && …` and empty strings render nothing. */
  const mayBeText = (type: ts.Type): boolean => {
    if (type.isUnion()) return type.types.some(mayBeText)
    if (type.isStringLiteral()) return type.value !== ''
    if (type.isNumberLiteral()) return type.value !== 0
    return (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0
  }
  /** What a host passes: text, elements or both. */
  const isNode = (type: ts.Type) =>
    mayBeText(type) && type.isUnion() && type.types.some((one) => (one.flags & ts.TypeFlags.Object) !== 0)
  const isBareText = (child: ts.JsxChild, _: number, siblings: readonly ts.JsxChild[]): boolean => {
    if (ts.isJsxText(child)) return true
    if (!ts.isJsxExpression(child) || !child.expression) return false
    const type = checker.getTypeAtLocation(child.expression)
    // Beside elements that always are there, React never inserts anything.
    return isNode(type) ? siblings.some((one) => one !== child && ts.isJsxExpression(one)) : mayBeText(type)
  }
  const isRendered = (child: ts.JsxChild) =>
    ts.isJsxText(child)
      ? !child.containsOnlyTriviaWhiteSpaces
      : !ts.isJsxExpression(child) || child.expression !== undefined

  return paths.flatMap((path) => {
    const file = program.getSourceFile(path)
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (file && (ts.isJsxElement(node) || ts.isJsxFragment(node))) {
        const children = node.children.filter(isRendered)
        for (const child of children.length > 1 ? children.filter(isBareText) : []) {
          const { line } = file.getLineAndCharacterOfPosition(child.getStart(file))
          found.push(
            `${path.replace(/^.*?(?=src\/)/, '')}:${line + 1} ${child.getText(file).trim().split('\n')[0]}`,
          )
        }
      }
      ts.forEachChild(node, visit)
    }
    if (file) visit(file)
    return found
  })
}
