import type { Article } from '../../src/domain/article.ts'
import type { Language } from '../../src/domain/language.ts'

/**
 * Sentences as newspapers print them, for what generated words lack: speech in the quotation marks of each language,
 * commas within it, hyphens, apostrophes, abbreviations, numbers. `{who}`, `{place}` and `{n}` are filled in.
 */
type Sentences = { readonly language: Language; readonly texts: readonly string[] }

const SENTENCES: readonly Sentences[] = [
  {
    language: 'en',
    texts: [
      '“We knew, of course, that {place} would flood,” {who} said, “but nobody, not even the council, believed it.”',
      'The U.S.-built sluice, which cost {n} florins, wasn’t tested; {who}’s report (dated 3 May) says so, twice.',
      'Asked about the well-known leak, {who} shrugged: ‘It’s water. It goes where it likes, and so do I.’',
    ],
  },
  {
    language: 'de',
    texts: [
      '„Wir wussten natürlich, dass {place} überflutet wird“, sagte {who}, „aber niemand, nicht einmal der Rat, glaubte daran.“',
      'Das Wehr, das {n} Florin gekostet hat, wurde nie geprüft – so steht es im Bericht, und zwar zweimal.',
      '»Das Wasser geht, wohin es will«, sagte {who} und ging, ohne die Straßenschuhe zu wechseln, zum Groß-Café.',
    ],
  },
  {
    language: 'fr',
    texts: [
      '« Nous savions, bien sûr, que {place} serait inondée », a dit {who}, « mais personne, pas même le conseil, n’y croyait. »',
      'L’écluse, qui a coûté {n} florins, n’a jamais été essayée ; c’est écrit, noir sur blanc, dans le rapport.',
      'Aujourd’hui, l’eau va où elle veut, et l’ingénieure {who} aussi : « Qu’elle s’en aille ! »',
    ],
  },
  {
    language: 'es',
    texts: [
      '«Sabíamos, claro, que {place} se inundaría», dijo {who}, «pero nadie, ni siquiera el concejo, lo creía».',
      'La esclusa, que costó {n} florines, nunca se probó: así consta, dos veces, en el informe.',
    ],
  },
  {
    language: 'nb',
    texts: [
      '«Vi visste jo, selvfølgelig, at {place} ville bli oversvømt», sa {who}, «men ingen, ikke engang rådet, trodde det.»',
      '– Slusen, som kostet {n} floriner, ble aldri prøvd, sa {who}. – Det står i rapporten, to ganger.',
      'På øvingsmøtet på Ytterøya, en lørdag, ble tre øvingsmøter til avtalt; møtene holdes på høyt nivå.',
    ],
  },
  {
    language: 'sv',
    texts: [
      '”Vi visste förstås att {place} skulle svämma över”, sade {who}, ”men ingen, inte ens rådet, trodde på det.”',
      'Slussen, som kostade {n} floriner, provades aldrig – det står i rapporten, två gånger.',
    ],
  },
  {
    language: 'pl',
    texts: [
      '„Wiedzieliśmy, oczywiście, że {place} zaleje”, powiedziała {who}, „ale nikt, nawet rada, w to nie wierzył”.',
      'Śluza, która kosztowała {n} florenów, nigdy nie była sprawdzana, o czym raport mówi dwa razy.',
    ],
  },
  {
    language: 'tr',
    texts: [
      '“{place} elbette su altında kalacaktı, biliyorduk” dedi {who}, “ama kimse, kurul bile, buna inanmadı.”',
      'IŞIKLI kapı, {n} florine mal oldu; İstasyon Caddesi’ndeki ışıklı kapı hiç denenmedi.',
    ],
  },
  {
    language: 'ru',
    texts: [
      '«Мы, конечно, знали, что {place} затопит, — сказала {who}, — но никто, даже совет, в это не верил».',
      'Шлюз, стоивший {n} флоринов, ни разу не проверяли; ёлки у шлюза, и те стояли в воде, а чай остыл.',
    ],
  },
  {
    language: 'el',
    texts: [
      '«Ξέραμε, βέβαια, ότι η {place} θα πλημμύριζε», είπε η {who}, «αλλά κανείς, ούτε καν το συμβούλιο, δεν το πίστευε».',
    ],
  },
  {
    language: 'ar',
    texts: [
      'قالت {who}: «كنا نعلم، بالطبع، أن {place} ستغرق، لكن أحدًا، حتى المجلس، لم يصدّق ذلك».',
      'كلّف السدّ {n} فلورين، ولم يُختبر قط؛ هكذا جاء في التقرير، مرتين.',
    ],
  },
  {
    language: 'hi',
    texts: [
      '“हमें पता था, ज़ाहिर है, कि {place} में बाढ़ आएगी,” {who} ने कहा, “पर किसी ने, परिषद ने भी, यक़ीन नहीं किया।”',
    ],
  },
  {
    language: 'zh',
    texts: [
      '“我们当然知道{place}会被淹，”{who}说，“可是没有人相信，连议会也不信。”',
      '水闸花了{n}弗罗林，却从来没有试过，报告里写了两次。',
    ],
  },
  {
    language: 'ja',
    texts: [
      '「{place}が水に浸かることは、もちろん知っていました」と{who}さんは話す。「でも、議会でさえ、誰も信じませんでした」',
      '水門には{n}フローリンかかったが、一度も試験されなかった、と報告書にある。',
    ],
  },
  {
    language: 'ko',
    texts: [
      '“물론 {place}이 잠길 줄은 알았어요.” {who} 씨가 말했다. “하지만 아무도, 의회조차, 믿지 않았습니다.”',
    ],
  },
  {
    language: 'th',
    texts: ['{who} กล่าวว่า “เรารู้อยู่แล้วว่า {place} จะน้ำท่วม แต่ไม่มีใครเชื่อ แม้แต่สภาเมือง” ประตูน้ำราคา {n} ฟลอริน'],
  },
]

const PEOPLE = ['Oda Grimsel-Vane', 'Pell O’Maric', 'Ísolde Brannagh', 'Tuv Æskelund']
const PLACES = ['Nethervale', 'Sankt Orlo', 'Kräväby', 'Port-Aumel']
const NUMBERS = ['1,200', '1.200', '1 200', '76.5']

/** Sources and authors that differ by little, or are hard to write down. */
const SOURCES = ['The Vale Post', 'THE VALE POST', 'Élan du Val', 'The “Late, Night” \\ Post', '谷の新聞']
const AUTHORS = ['Ann Orlo', 'ánn orlo', 'Pell O’Maric', "Vane, Oda 'Odd'", '苏溪']

const seconds = (instant: string): number => Date.parse(instant) / 1000
/** Some before anybody counted seconds, some of one and the same instant, and one of nobody knows when. */
const DATES = ['1893-05-17T00:00:00Z', '1969-12-31T23:59:59Z', '2024-02-29T12:00:00Z', undefined] as const

/** When the queries are asked, seconds UTC: some articles are under embargo then, and some have expired. */
export const NOW = seconds('2025-07-01T00:00:00Z')

/** One article a language and filling; `isEarlier` is how they stood before they were corrected. */
export function sentenceArticles({ isEarlier }: { readonly isEarlier: boolean }): Article[] {
  return SENTENCES.flatMap(({ language, texts }, row) =>
    PEOPLE.map((who, column): Article => {
      const fill = (text: string): string =>
        text
          .replaceAll('{who}', who)
          .replaceAll('{place}', PLACES[column] ?? '')
          .replaceAll('{n}', isEarlier ? '999' : (NUMBERS[column] ?? ''))
      const publishedAt = DATES[(row + column) % DATES.length]
      const turn = row * PEOPLE.length + column
      return {
        // two ids that differ by case only
        id: `vale-${language}-${column < 2 ? 'ab'[column] : 'AB'[column - 2]}`,
        source: SOURCES[turn % SOURCES.length] ?? '',
        author: turn % 7 === 0 ? [] : AUTHORS.filter((_, i) => (turn + i) % 3 === 0),
        title: `${PLACES[column]}, ${who}`,
        languages: [language],
        ...(publishedAt !== undefined && { publishedAt: seconds(publishedAt) }),
        ...(turn % 13 === 5 && { visibleFrom: NOW + 1 }),
        ...(turn % 13 === 9 && { visibleUntil: NOW }),
        // one of them comes twice
        body: {
          kind: 'paragraphs',
          paragraphs: [...texts.map(fill), ...texts.slice(0, column % 2).map(fill)],
        },
      }
    }),
  )
}
