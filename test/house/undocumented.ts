import ts from 'typescript'

/** Data whose name says all there is to say. */
const plain = new Set(['id', 'name', 'email', 'label', 'title', 'status', 'error', 'isFetching', 'children'])

/** Types that explain nothing about a member. */
const general = /^(Readonly(Array|Set|Map)?|Required|Partial|Record|ReactNode|Date|Promise)$/

type Member = ts.TypeElement | ts.ClassElement

/**
 * What of an exported symbol has no doc sentence: overloads, methods, callbacks and data. Data needs none if its name is
 * plain, or if it has a named type, which is explained where it is declared.
 */
export function undocumented(symbol: ts.Symbol, checker: ts.TypeChecker): string[] {
  const declarations = (symbol.declarations ?? []).filter(isOurs)
  const functions = declarations.filter(ts.isFunctionDeclaration)
  const overloads = functions.filter(({ body }) => functions.length === 1 || !body)
  const members = declarations.flatMap(membersOf).filter((member) => !explainsItself(member, checker))
  return [
    ...overloads.filter(isBare).map(() => `${symbol.name}()`),
    ...members.filter(isBare).map((member) => `${symbol.name}.${(member.name ?? member).getText()}`),
  ]
}

const isOurs = (node: ts.Node) => !node.getSourceFile().fileName.includes('/node_modules/')

const isBare = (node: ts.Node) => ts.getJSDocCommentsAndTags(node).length === 0

function membersOf(declaration: ts.Declaration): readonly Member[] {
  if (ts.isInterfaceDeclaration(declaration)) return declaration.members
  if (ts.isClassDeclaration(declaration)) return declaration.members.filter(isPublic)
  return ts.isTypeAliasDeclaration(declaration) && ts.isTypeLiteralNode(declaration.type)
    ? declaration.type.members
    : []
}

/** Whether a member of a class is new there and visible. */
const isPublic = (member: ts.ClassElement) =>
  !ts.isConstructorDeclaration(member) &&
  !(ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Override))

function explainsItself(member: Member, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) return false
  const type = checker.getNonNullableType(checker.getTypeAtLocation(member))
  if (type.getCallSignatures().length > 0) return false
  return plain.has(member.name.getText()) || (member.type !== undefined && isNamed(member.type))
}

const isNamed = (node: ts.Node): boolean =>
  (ts.isTypeReferenceNode(node) && !general.test(node.typeName.getText())) ||
  ts.forEachChild(node, (child) => isNamed(child) || undefined) === true
