const PLACEHOLDER = /\{([a-zA-Z]+)\}/u

/** A text with its `{names}` replaced; what is put in stays what it is, so that a value may be markup. */
export function fillIn<Value>(text: string, values: Readonly<Record<string, Value>>): (string | Value)[] {
  const pieces = text.split(PLACEHOLDER)
  // every second piece is a name
  return pieces.flatMap((piece, place) => (place % 2 === 0 ? piece : (values[piece] ?? [])))
}
