/**
 * Where a text stops being JSON: the UTF-16 offset of the first character that cannot be right, the length of the text
 * when it only ends too early, undefined when it is JSON. V8 names the place in some of its messages and not in others.
 */
export function findJsonError(text: string): number | undefined {
  const open: ('[' | '{')[] = []
  let expected: Expected = 'value'
  let at = 0
  while (true) {
    at = skipWhiteSpace(text, at)
    const character = text[at]
    if (character === undefined) return expected === 'end' ? undefined : text.length
    switch (expected) {
      case 'end':
        return at
      case 'colon':
        if (character !== ':') return at
        at++
        expected = 'value'
        break
      case 'key':
      case 'keyOrClose':
        if (character === '}' && expected === 'keyOrClose') {
          at++
          open.pop()
          expected = afterValue(open)
          break
        }
        if (character !== '"') return at
        {
          const string = scanString(text, at)
          if (!string.ok) return string.end
          at = string.end
        }
        expected = 'colon'
        break
      case 'comma':
        if (character === ',') expected = open.at(-1) === '{' ? 'key' : 'value'
        else if (character === (open.at(-1) === '{' ? '}' : ']')) {
          open.pop()
          expected = afterValue(open)
        } else return at
        at++
        break
      case 'value':
      case 'valueOrClose':
        if (character === '{' || character === '[') {
          open.push(character)
          expected = character === '{' ? 'keyOrClose' : 'valueOrClose'
          at++
        } else if (character === ']' && expected === 'valueOrClose') {
          open.pop()
          expected = afterValue(open)
          at++
        } else {
          const scalar = character === '"' ? scanString(text, at) : scanScalar(text, at)
          if (!scalar.ok) return scalar.end
          at = scalar.end
          expected = afterValue(open)
        }
        break
    }
  }
}

type Expected = 'value' | 'valueOrClose' | 'key' | 'keyOrClose' | 'colon' | 'comma' | 'end'
/** `end` is behind what was read, or the place of the error. */
type Scanned = { readonly ok: boolean; readonly end: number }

const afterValue = (open: readonly unknown[]): Expected => (open.length === 0 ? 'end' : 'comma')

function skipWhiteSpace(text: string, from: number): number {
  let at = from
  while (' \t\n\r'.includes(text[at] ?? '?')) at++
  return at
}

function scanString(text: string, quote: number): Scanned {
  for (let at = quote + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return { ok: true, end: at + 1 }
    if (code < 0x20) return { ok: false, end: at }
    if (code !== 0x5c) continue
    const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
    escape.lastIndex = at
    const length = escape.exec(text)?.[0].length
    if (length === undefined) return { ok: false, end: at }
    at += length - 1
  }
  return { ok: false, end: text.length }
}

function scanScalar(text: string, from: number): Scanned {
  const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y
  scalar.lastIndex = from
  const length = scalar.exec(text)?.[0].length
  return length === undefined ? { ok: false, end: from } : { ok: true, end: from + length }
}
