/** Text and byte order marks of a stream of bytes, piece by piece. Throws a `TypeError` where it is not UTF-8. */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

export type Line = {
  /** From 1. */
  readonly number: number
  /** Without its line break; undefined when it is longer than allowed. */
  readonly text: string | undefined
}

/** The lines of a text that comes in pieces. Holds one piece and one line of at most `limit` UTF-16 code units. */
export async function* readLines(pieces: AsyncIterable<string>, limit: number): AsyncGenerator<Line> {
  let number = 1
  let open = ''
  let isTooLong = false
  for await (const piece of pieces) {
    let from = 0
    for (let to = piece.indexOf('\n'); to >= 0; to = piece.indexOf('\n', from)) {
      const text = open + piece.slice(from, to).replace(/\r$/, '')
      yield { number, text: isTooLong || text.length > limit ? undefined : text }
      number++
      open = ''
      isTooLong = false
      from = to + 1
    }
    if (!isTooLong) open += piece.slice(from)
    if (open.length > limit) {
      isTooLong = true
      open = ''
    }
  }
  if (open !== '' || isTooLong) yield { number, text: isTooLong ? undefined : open }
}
