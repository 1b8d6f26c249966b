const LONGEST = 40

/** What somebody typed, short enough to stand in a sentence. */
export function shortened(text: string, longest = LONGEST): string {
  const characters = Array.from(text)
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
