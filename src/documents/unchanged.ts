/**
 * Keeps the last result for each key, and makes a new one only if an input is another (by `Object.is`): after a save in
 * the development server nearly everything is as before. Results are shared, so nobody may change them.
 */
export function keepUnchanged<Result>(): (
  key: string,
  inputs: readonly unknown[],
  make: () => Result,
) => Result {
  const kept = new Map<string, { inputs: readonly unknown[]; result: Result }>()
  return (key, inputs, make) => {
    const before = kept.get(key)
    const isSame =
      before?.inputs.length === inputs.length &&
      inputs.every((input, index) => Object.is(input, before.inputs[index]))
    if (before && isSame) return before.result
    const result = make()
    kept.set(key, { inputs, result })
    return result
  }
}
