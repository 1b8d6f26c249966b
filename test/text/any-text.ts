import * as fc from 'fast-check'

/** Texts of the characters that analysis treats each in its own way, of one script or of several, and of any code units. */
export const anyText: fc.Arbitrary<string> = fc
  .subarray(
    [
      ...[
        'abzAZßøŁİıﬁ',
        'é\u0301e\u0308\u0327ﬀ',
        '0123456789',
        "00., \u00a0\u202f'’",
        'ΐΆσςᾳ',
        'йїёЁъ',
        'العة\u064b\u0640٣',
        'שָׁל',
        'हिन्दी१२',
        '京都カタがな々〆ーｶﾞ',
        '한국\u1112\u1161\u11ab',
        'กาน้ำ\u0e4d\u0e32',
        'ລາວຳ',
        'မြန်',
        'ភាសា',
        '½²㍿㎏Ａ１',
        '\u00ad\u200b\u200d\ufe0f\u2060',
        'ʼʻ-…«»',
        '𠀋𠮷😀𝟎𝟙𝐀👩',
      ].map(characters => fc.constantFrom(...Array.from(characters))),
      // lone surrogates among them
      fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)),
      fc.constantFrom(' '),
    ],
    { minLength: 1, maxLength: 4 },
  )
  .chain(alphabets => fc.array(fc.oneof(...alphabets), { maxLength: 30 }))
  .map(characters => characters.join(''))
