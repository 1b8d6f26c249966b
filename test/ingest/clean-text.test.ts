import { expect, test } from 'vitest'
import { cleanText, isVisible } from '../../src/ingest/clean-text.ts'

test.each([
  ['1\u00A0200\u202Fliter \t\n her\u3000da', '1 200 liter her da'],
  ['  trimmed\u00A0', 'trimmed'],
  ['nul\0 is taken out', 'nul is taken out'],
  ['lone \uD83D half', 'lone \uFFFD half'],
  ['whole \u{1F600} pair', 'whole \u{1F600} pair'],
  ['other \u0007 control\u200Bs stay', 'other \u0007 control\u200Bs stay'],
  ['“marks” – and … stay', '“marks” – and … stay'],
])('%j is stored as %j', (text, expected) => expect(cleanText(text)).toBe(expected))

test('zero-width and control characters alone are not visible', () => {
  expect(isVisible('\u200B\uFEFF\u00AD\u0007 \n')).toBe(false)
  expect(isVisible('\u200B.')).toBe(true)
})
