/**
 * Text as it is stored: every run of white space (line breaks, NBSP, U+202F, U+3000 …) is one space, the ends are trimmed.
 *
 * Two things the document store cannot give back as it got them are settled here, before any offset is counted: SQLite's
 * text ends at U+0000, so NULs are taken out; UTF-8 has no lone surrogates, so each becomes U+FFFD, which is as long.
 * Everything else, other control characters included, stays as published.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\p{White_Space}+/gu, ' ')
    .trim()
}

/** Whether anything of `text` would be seen on paper: not only white space, control and zero-width characters. */
export function isVisible(text: string): boolean {
  return /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}]/u.test(text)
}
