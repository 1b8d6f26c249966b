import { isUtf8 } from 'node:buffer'

export type Decoded =
  | { readonly ok: true; readonly text: string }
  /** `line` counts from 1 within the bytes given. */
  | { readonly ok: false; readonly line: number; readonly reason: string }

const CONVERT = 'convert it first, for example with `iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt`'

/** Text of UTF-8 bytes, without its byte order mark. Never replaces a byte: what is not UTF-8 is named with its place. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const foreign = foreignEncoding(bytes)
  if (foreign !== undefined)
    return {
      ok: false,
      line: 1,
      reason: `is ${foreign}, not UTF-8: ${CONVERT.replace('WINDOWS-1252', foreign)}`,
    }
  if (isUtf8(bytes)) return { ok: true, text: new TextDecoder('utf-8').decode(bytes) }

  const { line, column, byte } = findInvalidByte(bytes)
  const hex = byte.toString(16).toUpperCase().padStart(2, '0')
  return { ok: false, line, reason: `is not UTF-8 at byte ${column} of the line (0x${hex}): ${CONVERT}` }
}

/** The name by which `iconv` knows an encoding that gives itself away, or undefined. */
export function foreignEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? 'UTF-32' : 'UTF-16'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16'
  // UTF-16 without a mark is valid UTF-8 as long as it is ASCII: every second byte is NUL then.
  const start = bytes.subarray(0, 1024)
  const nuls = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  if (start.length < 4 || nuls < start.length / 4) return undefined
  return start[0] === 0 ? 'UTF-16BE' : 'UTF-16LE'
}

function findInvalidByte(bytes: Uint8Array): { line: number; column: number; byte: number } {
  let line = 1
  let start = 0
  while (true) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline === -1 ? bytes.length : newline
    // A line feed is never part of a longer sequence, so the first line that is not UTF-8 holds the first wrong byte.
    if (newline === -1 || !isUtf8(bytes.subarray(start, end))) {
      const column = validLength(bytes.subarray(start, end))
      return { line, column: column + 1, byte: bytes[start + column] ?? 0 }
    }
    line++
    start = newline + 1
  }
}

/** How many bytes stand before the first one that is not UTF-8. */
function validLength(bytes: Uint8Array): number {
  let length = 0
  for (const character of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
    const isReplacement = character === '\uFFFD'
    if (
      isReplacement &&
      !(bytes[length] === 0xef && bytes[length + 1] === 0xbf && bytes[length + 2] === 0xbd)
    )
      return length
    length += Buffer.byteLength(character)
  }
  return length
}
