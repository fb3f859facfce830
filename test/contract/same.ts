/** A type with each open string (`'a' | (string & {})`) written as the string that it is, all the way down. */
type Plain<T> = [string] extends [T] ? string | Deep<Exclude<T, string>> : Deep<T>

type Deep<T> = unknown extends T
  ? T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** True where an interface and what a shape puts out have the same members, optional in the same places. */
export type Same<A, B> = Identical<Plain<A>, Plain<B>>
