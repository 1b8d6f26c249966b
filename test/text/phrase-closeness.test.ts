import { describe, expect, it } from 'vitest'
import { phraseCloseness } from '../../src/text/phrase-closeness.ts'

describe('how near what was found is to the phrase that was typed', () => {
  it.each([
    // typed, found, how near
    ['extremely high levels', 'extremely high levels', 'verbatim'],
    [' extremely high levels. ', 'extremely high levels', 'verbatim'],
    ['“extremely high levels', 'extremely high levels', 'verbatim'],
    ['extremely  high\nlevels', 'extremely high levels', 'verbatim'],
    ['ne\u0301gocie\u0301es', 'négociées', 'verbatim'],
    ['extremely high levels', 'extremely high, levels', 'punctuation'],
    ['we don’t pay', "we don't pay", 'punctuation'],
    ['Jong-un said', 'Jong un said', 'punctuation'],
    ['1,000 men', '1 000 men', 'punctuation'],
    ['extremely [high] levels', 'extremely high levels', 'punctuation'],
    ['the end — at last', 'the end, at last', 'punctuation'],
    ['東京都大阪', '東京都・大阪', 'punctuation'],
    ['Extremely high levels', 'extremely high levels', 'caseOrAccents'],
    ['negociees', 'négociées', 'caseOrAccents'],
    ['Extremely high levels', 'extremely high, levels', 'caseOrAccents'],
    ['strasse', 'Straße', 'caseOrAccents'],
    ['extremely … levels', 'extremely high levels', 'ellipsis'],
    ['extremely ... levels', 'extremely high, levels', 'ellipsis'],
    ['extremely […] levels', 'extremely high levels', 'ellipsis'],
    ['extremely [very] high levels', 'extremely high levels', 'ellipsis'],
    // a gap that nothing stands in
    ['high … levels', 'high levels', 'punctuation'],
    // the last word is still being typed
    ['extremely high lev', 'extremely high levels', 'punctuation'],
  ])('%j and %j: %s', (typed, found, expected) => {
    expect(phraseCloseness(typed, found)).toBe(expected)
  })
})
