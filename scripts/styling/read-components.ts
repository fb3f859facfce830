import ts from 'typescript'
import { addState, type Parts, partOf } from './parts.ts'

/** Finds the parts that components draw, and the attributes that they give them. */
export function readComponents(parts: Parts, paths: string[], options: ts.CompilerOptions): void {
  const program = ts.createProgram(paths, options)
  const checker = program.getTypeChecker()
  for (const path of paths) {
    const component = path.replace(/^.*\/|\.tsx$/g, '')
    const visit = (node: ts.Node): void => {
      if (ts.isJsxAttributes(node)) readElement(node, component)
      ts.forEachChild(node, visit)
    }
    const file = program.getSourceFile(path)
    if (file) visit(file)
  }

  function readElement(element: ts.JsxAttributes, component: string) {
    const attributes = element.properties.filter(ts.isJsxAttribute)
    const spread = element.properties.filter(ts.isJsxSpreadAttribute).flatMap(namesIn)
    for (const name of attributes.flatMap(classes)) {
      const part = partOf(parts, name)
      part.drawnBy.add(component)
      for (const attribute of attributes) {
        const key = attribute.name.getText()
        if (key.startsWith('data-')) addState(part, key, values(attribute))
      }
      for (const key of spread) if (key.startsWith('data-')) addState(part, key)
    }
  }

  function namesIn({ expression }: ts.JsxSpreadAttribute): string[] {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(expression))
    return type.getProperties().map(({ name }) => name)
  }

  /** What the type of an attribute allows, if those are known strings. */
  function values({ initializer }: ts.JsxAttribute): string[] {
    const value = initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer
    if (!value) return []
    if (ts.isStringLiteral(value)) return value.text ? [value.text] : []
    const type = checker.getTypeAtLocation(value)
    const all = type.isUnion() ? type.types : [type]
    return all.flatMap((one) => (one.isLiteral() && one.value !== '' ? [String(one.value)] : []))
  }
}

/** The classes in `className`, and that which a modal layer makes of `part`. */
function classes(attribute: ts.JsxAttribute): string[] {
  const text = attribute.initializer?.getText() ?? ''
  const name = attribute.name.getText()
  if (name === 'part') return [...text.matchAll(/^["'](\w+)/g)].map(([, part]) => `roster-${part}`)
  return name === 'className' ? [...text.matchAll(/roster-\w[\w-]*/g)].map(([found]) => found) : []
}
