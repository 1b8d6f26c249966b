/** Written by hand for the measurement; no list of the program is used. */
type Pairs = Readonly<Record<string, readonly (readonly [string, string])[]>>

const pairs = (list: string): readonly (readonly [string, string])[] =>
  list
    .trim()
    .split(/\s*,\s*/)
    .map(pair => {
      const [a = '', b = ''] = pair.split('/')
      return [a, b] as const
    })

export const CONTRACTIONS: Pairs = {
  en: pairs(`don't/do not, doesn't/does not, didn't/did not, won't/will not, can't/cannot, couldn't/could not, shouldn’t/should not,
    isn’t/is not, aren't/are not, wasn't/was not, weren’t/were not, hasn't/has not, haven't/have not, hadn't/had not, it's/it is,
    that's/that is, there’s/there is, she's/she is, we're/we are, they’re/they are, you're/you are, I'm/I am, I’ve/I have,
    we've/we have, they've/they have, I'll/I will, we’ll/we will, she'd/she would, he'd/he had, let's/let us, what's/what is`),
  de: pairs(`gibt's/gibt es, geht’s/geht es, war's/war es, ist's/ist es`),
  nl: pairs(`z'n/zijn, m'n/mijn`),
}

export const INFLECTIONS: Pairs = {
  en: pairs(`promise/promised, harbour/harbours, minister/ministers, lift/lifting, vote/votes, question/questioned, engine/engines,
    window/windows, repair/repaired, signal/signals, demand/demanding, bridge/bridges, crowd/crowds, walk/walked`),
  de: pairs(
    `Minister/Ministers, Frage/Fragen, Stadt/Stadt, Brücke/Brücken, Haus/Hauses, Schiff/Schiffes, Zeitung/Zeitungen, klein/kleinen`,
  ).filter(([a, b]) => a !== b),
  fr: pairs(
    `ministre/ministres, négocier/négociées, pont/ponts, maire/maires, demande/demandes, question/questions, fenêtre/fenêtres`,
  ),
  es: pairs(
    `elección/elecciones, puente/puentes, pregunta/preguntas, ministro/ministros, ventana/ventanas, barco/barcos`,
  ),
  it: pairs(`presidente/presidenti, ponte/ponti, domanda/domande, finestra/finestre, ministro/ministri`),
  pt: pairs(`candidato/candidatos, ponte/pontes, pergunta/perguntas, janela/janelas, barco/barcos`),
  nl: pairs(`burgemeester/burgemeesters, brug/bruggen, vraag/vraagt, venster/vensters, partij/partijen`),
  nb: pairs(
    `ferje/ferjen, minister/ministeren, havn/havnen, spørsmål/spørsmålet, bro/broen, kommune/kommunen, motor/motoren`,
  ),
  nn: pairs(`ferje/ferja, minister/ministeren, hamn/hamna, kommune/kommunen, motor/motoren`),
  da: pairs(`havn/havnen, færge/færgen, minister/ministeren, kommune/kommunen, vindue/vinduet`),
  sv: pairs(`färja/färjan, hamn/hamnen, minister/ministern, kommun/kommunen, fråga/frågan`),
  fi: pairs(`satama/satamassa, laiva/laivan, ministeri/ministerin, silta/sillan, kysymys/kysymyksen`),
  ru: pairs(`выбор/выборов, министр/министра, вопрос/вопросы, паром/парома, город/города, партия/партии`),
  tr: pairs(`köprü/köprüler, bakan/bakanlar, soru/sorular, gemi/gemiler, pencere/pencereler`),
  pl: pairs(
    `minister/ministra, pytanie/pytania, okno/okna, kandydat/kandydata, statek/statki, wybory/wyborów, polityk/polityka`,
  ),
  hr: pairs(`ministar/ministra, pitanje/pitanja, prozor/prozora, kandidat/kandidata, grad/grada`),
  cs: pairs(`ministr/ministra, otázka/otázky, kandidát/kandidáta, okno/okna, starosta/starosty`),
  sl: pairs(`minister/ministra, kandidat/kandidata, župan/župana, vprašanje/vprašanja, okno/okna`),
}
