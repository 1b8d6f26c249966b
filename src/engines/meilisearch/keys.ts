import { createHash } from 'node:crypto'

/**
 * Values as filters compare them. The server compares facet values in NFKD, lower-cased, trimmed and cut at 479 bytes:
 * `Ledger` and `LEDGER`, й and и with a breve would be one value. So what that changes is escaped beforehand, `%` and four
 * hex digits a UTF-16 code unit, character by character: equal keys mean equal values, and a key begins with the key of
 * every beginning of its value.
 */

const IS_PLAIN = new Map<string, boolean>()

/** Whether the server keeps the character as it is, wherever it stands. */
function isPlain(character: string): boolean {
  let plain = IS_PLAIN.get(character)
  if (plain === undefined) {
    plain =
      character !== '%' &&
      !/[\s\p{Cc}\p{Cs}"'\\]/u.test(character) &&
      character.normalize('NFKD') === character &&
      character.toLowerCase() === character
    IS_PLAIN.set(character, plain)
  }
  return plain
}

const ALL_PLAIN = /^[a-z0-9._-]*$/

export function valueKey(value: string): string {
  if (ALL_PLAIN.test(value)) return value
  let key = ''
  for (const character of value) {
    if (isPlain(character)) key += character
    else for (let i = 0; i < character.length; i++) key += escaped(character.charCodeAt(i))
  }
  return key
}

const escaped = (unit: number): string => `%${unit.toString(16).padStart(4, '0')}`

/** The value of a key that `valueKey` made. */
export const valueOfKey = (key: string): string =>
  key.replace(/%([0-9a-f]{4})/g, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)))

/** Bytes. Two of them in one key stay below the server's limit. */
const LONGEST_KEY = 180
const LONGEST_BEGINNING = 140

const isShort = (key: string): boolean =>
  key.length * 3 <= LONGEST_KEY || Buffer.byteLength(key) <= LONGEST_KEY

/** `%%` stands in no key but these. */
export const isHashed = (key: string): boolean => key.includes('%%')

/** Of a very long value its beginning and its hash. */
export function boundedKey(value: string): string {
  const key = valueKey(value)
  return isShort(key) ? key : `${beginningOf(key)}%%${hashOf(value)}`
}

/** What the bounded key of every value that begins with `prefix` begins with; all of those and no others when `isExact`. */
export function prefixKey(prefix: string): { readonly key: string; readonly isExact: boolean } {
  const key = valueKey(prefix)
  const beginning = beginningOf(key)
  return { key: beginning, isExact: beginning === key }
}

function beginningOf(key: string): string {
  let bytes = 0
  let beginning = ''
  for (const part of key.match(/%[0-9a-f]{4}|./gsu) ?? []) {
    bytes += Buffer.byteLength(part)
    if (bytes > LONGEST_BEGINNING) return beginning
    beginning += part
  }
  return beginning
}

/** Lower case, since the server knows no other. */
const hashOf = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 24)

/** An id of `[A-Za-z0-9_-]` under which the server, which knows no upper case, keeps the order of code units. */
export const idKey = (id: string): string =>
  id.replace(/[A-Z_]/g, character => (character === '_' ? ';' : `:${character.toLowerCase()}`))

export const termKey = boundedKey
export const stemKey = (language: string, stem: string): string => boundedKey(`${language}:${stem}`)

/** Two neighbouring terms. A blank stands in no term. */
export const pairKey = (first: string, second: string): string => `${termKey(first)} ${termKey(second)}`
