import { describe, expect, it } from 'vitest'
import { languagesWithoutMarks, quotationMarks } from '../../../src/citation/formats/quotation-marks.ts'
import { LANGUAGES } from '../../../src/domain/language.ts'
import type { Language } from '../../../src/domain/language.ts'
import { prepared } from './prepared.ts'
import { citationOf } from './cited-paragraph.ts'

describe('quotation marks', () => {
  it('are known for every language', () => {
    expect(languagesWithoutMarks()).toEqual([])
    for (const { tag } of LANGUAGES) {
      const { outer, inner } = quotationMarks(tag)
      for (const mark of [outer.open, outer.close, inner.open, inner.close])
        expect(mark.replaceAll('\u00a0', ''), tag).toMatch(/^[“”„‘’‚«»‹›「」『』]$/)
    }
  })
})

/** A paragraph as it is extracted, the language of the citation, and what is cited of it. */
const CASES: readonly (readonly [text: string, from: Language, to: Language, cited: string])[] = [
  ['“We turn back,” said Tora Lindvik.', 'en', 'nb', '«‘We turn back,’ said Tora Lindvik.»'],
  ['„Wir kehren um“, sagte Tora Lindvik.', 'de', 'en', '“‘Wir kehren um’, sagte Tora Lindvik.”'],
  [
    '« Nous faisons demi-tour », a dit Tora Lindvik.',
    'fr',
    'de',
    '„‚Nous faisons demi-tour‘, a dit Tora Lindvik.“',
  ],
  [
    '“We turn back,” said Tora Lindvik.',
    'en',
    'fr',
    '«\u00a0«\u00a0We turn back,\u00a0» said Tora Lindvik.\u00a0»',
  ],
  ['"We can\'t go on," said Tora Lindvik.', 'en', 'en', "“‘We can't go on,’ said Tora Lindvik.”"],
  ['「引き返します」と田中港長は述べた。', 'ja', 'ja', '「『引き返します』と田中港長は述べた。」'],
  [
    '“He told me ‘go home’ twice,” said Tora Lindvik.',
    'en',
    'en',
    '“‘He told me “go home” twice,’ said Tora Lindvik.”',
  ],
  [
    '“He told me ‘go home’ twice,” said Tora Lindvik.',
    'en',
    'sv',
    '”’He told me ”go home” twice,’ said Tora Lindvik.”',
  ],
  ['Tora Lindvik said: “We turn back.”', 'en', 'en', '“Tora Lindvik said: ‘We turn back.’”'],
  [`Tora Lindvik said: ''We turn back.''`, 'en', 'en', '“Tora Lindvik said: ‘We turn back.’”'],
  ['– Vi snur, sa Tora Lindvik.', 'nb', 'nb', '«– Vi snur, sa Tora Lindvik.»'],
  [
    "The mayor’s 6' ladder stayed at the dogs’ home.",
    'en',
    'de',
    "„The mayor’s 6' ladder stayed at the dogs’ home.“",
  ],
]

describe('marks within a citation', () => {
  for (const [text, from, to, cited] of CASES) {
    it(`${text} (${from}) in ${to}`, () => {
      const { quotes, language } = prepared(text, from)
      expect(citationOf({ text, quotes, language }, { language: to }).quotation).toBe(cited)
    })
  }

  it('stay when the other mark is not cited', () => {
    const text = '“We turn back,” said Tora Lindvik.'
    const { quotes } = prepared(text, 'en')
    const cut = citationOf(
      { text, quotes },
      { selection: { kind: 'range', start: 0, end: 9 }, language: 'nb' },
    )
    expect(cut.quotation).toBe('«“We turn »')
  })
})
