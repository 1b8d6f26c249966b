import type { ByteStream } from './read-whole.ts'

/** Bytes of one line that are held in memory. */
export const MAX_LINE_BYTES = 10 * 1024 * 1024

export type ByteLine = {
  /** From 1. */
  readonly line: number
  /** Without the line feed; undefined when there are more than `MAX_LINE_BYTES`. */
  readonly bytes: Uint8Array | undefined
}

const LINE_FEED = 0x0a

/** The lines of a stream. Never holds more than one chunk and one line of at most `MAX_LINE_BYTES`. */
export async function* byteLines(stream: ByteStream): AsyncGenerator<ByteLine> {
  let line = 1
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array) => {
    length += part.length
    if (length > MAX_LINE_BYTES) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finish = (): ByteLine => {
    const [first] = parts
    const whole = parts.length === 1 && first !== undefined ? first : Buffer.concat(parts)
    const finished = { line, bytes: length > MAX_LINE_BYTES ? undefined : whole }
    line++
    parts = []
    length = 0
    return finished
  }
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end))
      yield finish()
      start = end + 1
    }
    take(chunk.subarray(start))
  }
  if (length > 0) yield finish()
}
