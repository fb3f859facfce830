/** An object with the keys of a table, and the same value for each of them. */
export const toEach = <Table extends object, Value>(
  table: Table,
  value: Value,
): { -readonly [Key in keyof Table]: Value } =>
  Object.fromEntries(Object.keys(table).map((key) => [key, value])) as { [Key in keyof Table]: Value }
