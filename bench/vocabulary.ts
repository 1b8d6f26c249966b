import type { Language } from '../src/domain/language.ts'

/**
 * How texts of a language are made up: its real function words, the most frequent first, and what its other words are
 * composed of. Composed words mean nothing; they have the script, the length and the endings of the language, so that
 * stemmers, dictionaries and prefixes have to work as they do on news.
 */
export type LanguageModel = {
  readonly language: Language
  /** Share of the articles. */
  readonly share: number
  readonly functionWords: readonly string[]
  /** Syllables of a composed word, and the endings one lemma takes. */
  readonly syllables: readonly string[]
  readonly endings: readonly string[]
  /** Between words: nothing in scripts without spaces. */
  readonly space: ' ' | ''
  readonly stop: string
  /** Syllables a word. */
  readonly length: readonly [least: number, most: number]
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/)
const combined = (onsets: string, nuclei: string): readonly string[] =>
  words(onsets).flatMap(onset => words(nuclei).map(nucleus => `${onset === '-' ? '' : onset}${nucleus}`))

const LATIN = 'b br d dr f fl g gr h k kl l m n p pr r s sk st t tr v'

// oxfmt-ignore
export const MODELS: readonly LanguageModel[] = [
  { language: 'en', share: 0.2, space: ' ', stop: '. ', length: [1, 3],
    functionWords: words('the of to and in a that for is on with as was by at it from be an are have has he said not this but were which their will or had they his been its who after more new would about one also her when there out up if than she two over into them other some what all no so could can most only year years first last time people government'),
    syllables: combined(`${LATIN} w th sh ch`, 'a e i o u ea ou er an in on ast ent'), endings: words('- s ed ing ly er') },
  { language: 'de', share: 0.12, space: ' ', stop: '. ', length: [2, 4],
    functionWords: words('der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei'),
    syllables: combined(`${LATIN} sch w z`, 'a e i o u a e i ä ü ei au er en und ach'), endings: words('- en er es e ung ungen') },
  { language: 'fr', share: 0.1, space: ' ', stop: '. ', length: [2, 4],
    functionWords: words('de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec ont mais son cette été ou été comme elle aux nous ses on être deux même fait aussi leur tout sans après entre vers depuis'),
    syllables: combined(`${LATIN} ch j qu`, 'a e i o u a e i é è ou an on eau ien'), endings: words('- s e es er é ées ment tion') },
  { language: 'es', share: 0.1, space: ' ', stop: '. ', length: [2, 4],
    functionWords: words('de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde'),
    syllables: combined(`${LATIN} ll ñ ch`, 'a e i o u a e i o a e á í ó an er os'), endings: words('- s o a os as ar ado ción ciones') },
  { language: 'ru', share: 0.1, space: ' ', stop: '. ', length: [2, 4],
    functionWords: words('и в не на что с по как из к о за у от же для до это он но его а так я бы мы все после или только при она был их быть было уже если года ещё лет во чтобы под был также который которые'),
    syllables: combined('б в г д ж з к л м н п р с т ф х ц ч ш ст пр', 'а е и о у ы я ён ал ор ен'), endings: words('- а ы у ом ов ами ый ого ение ения') },
  { language: 'nb', share: 0.08, space: ' ', stop: '. ', length: [2, 4],
    functionWords: words('i og det er på som en til å av for at med de har ikke den han om et fra var vi seg men så kan ble vil etter dette også skal mot ved over nå sin hun hadde eller være enn blir nye år mellom'),
    syllables: combined(`${LATIN} sj kj`, 'a e i o u a e i ø å ei an er ing'), endings: words('- en er ene et te ing ingen') },
  { language: 'sv', share: 0.06, space: ' ', stop: '. ', length: [2, 4],
    functionWords: words('och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan nu efter vid under hade också skulle mot eller mer där över ut år blir sedan mellan'),
    syllables: combined(`${LATIN} sj tj`, 'a e i o u a e i ö ä å an er ing'), endings: words('- en ar arna et ade ning ningen') },
  { language: 'tr', share: 0.05, space: ' ', stop: '. ', length: [2, 4],
    functionWords: words('ve bir bu da de için ile olarak çok daha en gibi olan kadar sonra ne var ya göre her o ise ancak iki yeni yıl ilk oldu dedi etti kendi tarafından büyük'),
    syllables: combined('b c ç d f g h k l m n p r s ş t v y z', 'a e ı i o ö u ü al en ır'), endings: words('- lar ler da de nın nin ların') },
  { language: 'ar', share: 0.06, space: ' ', stop: '. ', length: [2, 3],
    functionWords: words('في من على إلى أن عن مع هذا هذه التي الذي كان كانت ما لا بعد كل قد هو هي بين أو ذلك حيث قال خلال كما إن عام لم بن منذ أكثر حول قبل'),
    syllables: combined('ب ت ج ح خ د ر س ش ص ط ع ف ق ك ل م ن ه', 'ا و ي ر ن م'), endings: words('- ة ات ين ون ها') },
  { language: 'hi', share: 0.05, space: ' ', stop: '। ', length: [2, 3],
    functionWords: words('के में की है और को से का ने पर एक यह कि भी हैं था नहीं लिए कर इस वह हो ही तो या जो गया थे साथ बाद अपने किया रहा कहा गई'),
    syllables: combined('क ख ग च ज ट ड त द न प ब म य र ल व श स ह', 'ा ि ी ु े ो न'), endings: words('- ों ें ी') },
  { language: 'zh', share: 0.05, space: '', stop: '。', length: [1, 2],
    functionWords: words('的 在 是 了 和 有 不 人 这 中 为 对 与 将 上 他 到 也 我们 一个 以及 表示 进行 通过 问题 发展'),
    syllables: Array.from('国家政府经济社会市场企业公司部门地方城市农村教育科学技术文化体育新闻媒体法律安全军事外交会议总统主席首相选举投票改革开放建设生产增长投资贸易银行金融股票价格石油能源环境气候变化灾害地震洪水医院医生疫情健康食品交通铁路航空海洋河流山区东西南北北京上海广州天津重庆美英法德俄日韩印欧洲亚非'), endings: ['-'] },
  { language: 'ja', share: 0.03, space: '', stop: '。', length: [1, 2],
    functionWords: words('の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない この ため その あと'),
    syllables: Array.from('国家政府経済社会市場企業会社部門地方都市農村教育科学技術文化体育新聞放送法律安全軍事外交会議大統領首相選挙投票改革開発建設生産成長投資貿易銀行金融株価石油環境気候変動災害地震洪水病院医師感染健康食品交通鉄道航空海川山東西南北京都大阪カキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロ'), endings: ['-'] },
]

/** People and places that are spelled alike in every language of the Latin script. */
export const SHARED_NAMES: readonly string[] = combined(
  'Bor Dal Kar Lin Mar Nor Ros Sol Tor Val Wes Zan',
  'berg dal ova ini sen ton ville -Lund',
)
